// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// A database: SQL in, typed rows out.
///
/// SQL is written as SQL. Values are interpolated and always *bound*, never concatenated, so
/// there is nothing to escape and nothing to inject:
///
///     let user = try await database.first(
///         "SELECT * FROM users WHERE email = \(email)", as: User.self)
///
/// A `Database` is a small value over a driver, SQLite or PostgreSQL; copy it freely and keep it in a
/// store. The closure of ``transaction(isolation:retries:fileID:line:_:)`` gets a `Database` too, so a store works
/// inside a transaction as it does outside, without knowing:
///
///     try await database.transaction { tx in
///         try await SQLUserStore(tx).rename(id, to: name)
///         try await tx.execute("INSERT INTO audit (what) VALUES (\("renamed"))")
///     }
///
/// Every call throws ``DatabaseError`` with the SQL text (without the values) and the place of the
/// call, or `CancellationError` when the task was cancelled.
public struct Database: Sendable {
    enum Backend: Sendable {
        case driver(any DatabaseDriver)
        /// A transaction, and how deep in savepoints: 0 is the transaction itself.
        case transaction(TransactionScope, level: Int)
    }

    let backend: Backend

    /// Makes a database over a driver.
    ///
    /// Drivers offer factories; see `Database.sqlite(path:)`.
    package init(driver: any DatabaseDriver) {
        self.backend = .driver(driver)
    }

    init(scope: TransactionScope, level: Int) {
        self.backend = .transaction(scope, level: level)
    }

    /// What stands behind it, inside a transaction too.
    package var driver: any DatabaseDriver {
        switch backend {
        case .driver(let driver): driver
        case .transaction(let scope, _): scope.driver
        }
    }
}

extension Database {
    /// Runs a query and returns all its rows.
    ///
    /// - Complexity: All rows are held in memory; bound them with `LIMIT`.
    public func query(
        _ sql: SQL, fileID: StaticString = #fileID, line: UInt = #line
    ) async throws -> [Row] {
        try await run(sql, rowLimit: nil, .init(fileID: fileID, line: line)).rows
    }

    /// Runs a query and decodes each row.
    ///
    /// A property reads the column of its name, ignoring case and underscores (`createdAt` reads
    /// `created_at`). A property that is itself a struct reads the columns that begin with its
    /// name (`price` reads `price_amount` and `price_currency`). A type that is a single value
    /// (`Int.self`, an enum) reads the only column. An optional property may have no column.
    ///
    /// - Throws: ``DatabaseError`` with code `.decoding` naming column, property and kind of value.
    public func query<T: Decodable>(
        _ sql: SQL, as type: T.Type, fileID: StaticString = #fileID, line: UInt = #line
    ) async throws -> [T] {
        let place = DatabaseError.Location(fileID: fileID, line: line)
        let rows = try await run(sql, rowLimit: nil, place).rows
        return try locating(sql, place) {
            var reader = RowReader(type)
            return try reader.readAll(rows)
        }
    }

    /// Runs a query and returns its first row, or nil when there is none.
    public func first(
        _ sql: SQL, fileID: StaticString = #fileID, line: UInt = #line
    ) async throws -> Row? {
        try await run(sql, rowLimit: 1, .init(fileID: fileID, line: line)).rows.first
    }

    /// Runs a query and decodes its first row; nil when there is none.
    public func first<T: Decodable>(
        _ sql: SQL, as type: T.Type, fileID: StaticString = #fileID, line: UInt = #line
    ) async throws -> T? {
        let place = DatabaseError.Location(fileID: fileID, line: line)
        let row = try await run(sql, rowLimit: 1, place).rows.first
        return try locating(sql, place) { try row?.decode(type) }
    }

    /// Runs a query that always has a row, such as an aggregate or `INSERT … RETURNING`.
    ///
    /// - Throws: ``DatabaseError`` with code `.noRow` when there is none after all.
    public func one<T: Decodable>(
        _ sql: SQL, as type: T.Type, fileID: StaticString = #fileID, line: UInt = #line
    ) async throws -> T {
        let first = try await first(sql, as: type, fileID: fileID, line: line)
        guard let first else {
            throw DatabaseError(
                .noRow,
                "The query returned no row where one is required. Use `first` if none is normal.",
                sql: sql.description, location: .init(fileID: fileID, line: line))
        }
        return first
    }

    /// Runs one statement that changes data or the schema.
    ///
    /// To get generated values back in a way that every database understands, use ``one(_:as:fileID:line:)``
    /// with `INSERT … RETURNING id`.
    @discardableResult
    public func execute(
        _ sql: SQL, fileID: StaticString = #fileID, line: UInt = #line
    ) async throws -> ExecuteResult {
        let result = try await run(sql, rowLimit: nil, .init(fileID: fileID, line: line))
        return ExecuteResult(changes: result.changes, lastInsertedID: result.lastInsertedID)
    }

    /// Closes all connections once the statements in progress are done.
    ///
    /// Later calls throw.
    ///
    /// A transaction has nothing to close: the call does nothing there.
    public func close() async throws {
        guard case .driver(let driver) = backend else { return }
        try TransactionScope.refuse(driver)
        try await driver.close()
    }
}

/// What a statement did.
public struct ExecuteResult: Sendable, Hashable {
    /// The rows inserted, updated or deleted.
    ///
    /// Zero for statements on the schema.
    public let changes: Int

    /// The integer key of the last inserted row, on databases that tell it (SQLite).
    public let lastInsertedID: Int64?

    package init(changes: Int, lastInsertedID: Int64? = nil) {
        self.changes = changes
        self.lastInsertedID = lastInsertedID
    }
}
