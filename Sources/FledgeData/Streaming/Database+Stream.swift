// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

extension Database {
    /// Runs a query and gives its rows as they are read, in bounded memory.
    ///
    ///     for try await user in database.stream("SELECT * FROM users", as: User.self) {
    ///         try await export.write(user)
    ///     }
    ///
    /// The database is asked for more only when the loop is through with what it has. Leaving the
    /// loop early, an error and a cancellation end the query and free its connection, which the
    /// loop holds from its first row on: a slow loop is a connection fewer for the others.
    ///
    /// The query only reads. To change data and get rows back, use ``query(_:as:fileID:line:)``.
    ///
    /// - Returns: A sequence that throws what ``query(_:as:fileID:line:)`` does, where it does.
    public func stream<T: Decodable>(
        _ sql: SQL, as type: T.Type, fileID: StaticString = #fileID, line: UInt = #line
    ) -> DecodedRowStream<T> {
        DecodedRowStream(rows: stream(sql, fileID: fileID, line: line))
    }

    /// Runs a query and gives its rows as they are read, in bounded memory.
    ///
    /// See ``stream(_:as:fileID:line:)``.
    public func stream(
        _ sql: SQL, fileID: StaticString = #fileID, line: UInt = #line
    ) -> RowStream {
        RowStream(database: self, sql: sql, place: .init(fileID: fileID, line: line))
    }

    func openCursor(_ sql: SQL, _ place: DatabaseError.Location) async throws -> any StreamCursor {
        try await locating(sql, place) {
            switch backend {
            case .driver(let driver):
                try TransactionScope.refuse(driver)
                return try await driver.stream(sql.statement(for: driver.dialect))
            case .transaction(let scope, let level):
                try scope.check(level: level)
                return try await scope.session.stream(sql.statement(for: scope.driver.dialect))
            }
        }
    }
}
