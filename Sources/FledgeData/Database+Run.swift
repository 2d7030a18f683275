// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

extension Database {
    /// How the database behind it writes what differs between them.
    var dialect: SQLDialect {
        switch backend {
        case .driver(let driver): driver.dialect
        case .transaction(let scope, _): scope.driver.dialect
        }
    }

    /// The one way of a statement to its connection: every public call goes through here.
    func run(
        _ sql: SQL, rowLimit: Int?, _ place: DatabaseError.Location
    ) async throws -> StatementResult {
        // Not by way of a closure, and what is rare by itself: each function that waits costs every
        // statement a frame, of the size of all that is alive in it.
        do {
            switch backend {
            case .driver(let driver):
                return try await driver.run(try statement(sql, for: driver), rowLimit: rowLimit)
            case .transaction(let scope, let level):
                return try await scope.run(sql, rowLimit, level: level)
            }
        } catch {
            throw Self.located(error, sql, place)
        }
    }

    private func statement(_ sql: SQL, for driver: any DatabaseDriver) throws -> SQLStatement {
        try TransactionScope.refuse(driver)
        return sql.statement(for: driver.dialect)
    }

    @inline(never) private static func located(
        _ error: any Error, _ sql: SQL, _ place: DatabaseError.Location
    ) -> any Error {
        (error as? DatabaseError)?.located(sql: sql, at: place) ?? error
    }

    /// Runs a text of several statements inside a transaction.
    ///
    /// No values can be bound.
    func runScript(_ text: String) async throws {
        guard case .transaction(let scope, let level) = backend else {
            throw DatabaseError(.misuse, "A script runs inside a transaction only.")
        }
        try scope.check(level: level)
        try await scope.noting { try await scope.session.runScript(text) }
    }

    /// Adds the SQL and the place of the call to an error that does not have them yet.
    func locating<T>(
        _ sql: SQL, _ place: DatabaseError.Location, _ body: () throws -> T
    ) throws -> T {
        do { return try body() } catch let error as DatabaseError {
            throw error.located(sql: sql, at: place)
        }
    }

    /// Adds the SQL and the place of the call to an error that does not have them yet.
    func locating<T>(
        _ sql: SQL, _ place: DatabaseError.Location, _ body: () async throws -> T
    ) async throws -> T {
        do { return try await body() } catch let error as DatabaseError {
            throw error.located(sql: sql, at: place)
        }
    }
}

extension TransactionScope {
    fileprivate func run(_ sql: SQL, _ rowLimit: Int?, level: Int) async throws -> StatementResult {
        try check(level: level)
        let statement = sql.statement(for: driver.dialect)
        return try await noting { try await session.run(statement, rowLimit: rowLimit) }
    }

    fileprivate func noting<T>(_ body: () async throws -> T) async throws -> T {
        do { return try await body() } catch {
            note(error)
            throw error
        }
    }
}
