// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

#if Postgres
import CLibPQ
import FledgeData
import Synchronization

extension PostgresConnection {
    /// Runs one statement: prepared when it comes for the first time, then by its name.
    ///
    /// The prefix is a command that goes before it in the same round trip: `BEGIN`.
    func run(
        _ statement: SQLStatement, rowLimit: Int?, after prefix: String? = nil
    ) async throws -> StatementResult {
        let isAlone = prefix == nil && transactionStatus == .idle
        guard let known = state.withLock({ $0.statements.find(statement.text) }) else {
            return try await runAnew(statement, rowLimit: rowLimit, after: prefix)
        }
        let results = try await send(known, statement, after: prefix)
        return try await result(
            of: results, of: known, statement, rowLimit: rowLimit, isAlone: isAlone)
    }

    private func runAnew(
        _ statement: SQLStatement, rowLimit: Int?, after prefix: String?
    ) async throws -> StatementResult {
        let prepared = try await prepare(statement, after: prefix)
        let results = try await send(prepared, statement, after: nil)
        return try prepared.result(of: results, rowLimit: rowLimit)
    }

    /// What the answers to a kept statement say; one that does not fit the schema any more is run anew.
    func result(
        of results: [PostgresResult], of known: PreparedStatement, _ statement: SQLStatement,
        rowLimit: Int?, isAlone: Bool
    ) async throws -> StatementResult {
        do { return try known.result(of: results, rowLimit: rowLimit) } catch let error
            as DatabaseError where Self.isStale(error)
        {
            await forget(statement.text)
            // In a transaction the failure has ended the transaction, which starts anew.
            guard isAlone else { throw PostgresErrors.stale(error) }
            return try await runAnew(statement, rowLimit: rowLimit, after: nil)
        }
    }

    /// Has the server read a statement and describe it, in one round trip.
    private func prepare(
        _ statement: SQLStatement, after prefix: String?
    ) async throws -> PreparedStatement {
        let text = statement.text
        try Self.checkText(text)
        // libpq and the protocol count parameters in 16 bits.
        guard statement.values.count <= UInt16.max else {
            throw DatabaseError(
                .misuse,
                "The statement has \(statement.values.count) values, and PostgreSQL takes 65,535. "
                    + "Bind a list as one value: = ANY(\\(array: ids)).")
        }
        let (name, evicted) = state.withLock { state in
            let name = state.statements.newName(isReusable: statement.isReusable)
            return (name, name.isEmpty ? nil : state.statements.makeRoom())
        }
        let commands = [prefix, evicted.map { "DEALLOCATE \($0)" }].compactMap(\.self)
        let results = try await exchange(pipelined: true) { connection in
            for command in commands where Self.send(command, on: connection) != 1 { return 0 }
            guard PQsendPrepare(connection, name, text, 0, nil) == 1 else { return 0 }
            return PQsendDescribePrepared(connection, name)
        }
        try PostgresErrors.check(results, offset: statement.offset)
        guard let description = results.last, results.count == commands.count + 2 else {
            throw PostgresErrors.lost("an answer is missing")
        }
        let prepared = PreparedStatement(name: name, description)
        state.withLock { $0.statements.add(prepared, for: text) }
        return prepared
    }

    private func send(
        _ prepared: PreparedStatement, _ statement: SQLStatement, after prefix: String?
    ) async throws -> [PostgresResult] {
        let values = try ParameterBuffer(statement.values, as: prepared.parameters)
        return try await exchange(pipelined: prefix != nil) { connection in
            if let prefix, Self.send(prefix, on: connection) != 1 { return 0 }
            return prepared.send(values, on: connection)
        }
    }

    /// Whether a kept statement does not fit the schema any more, or the server has dropped it.
    ///
    /// The server says so before the statement does anything. Other causes of the same codes come
    /// back the same when it is prepared anew.
    private static func isStale(_ error: DatabaseError) -> Bool {
        guard let cause = error.cause as? PostgresError else { return false }
        return cause.isAboutPlan || cause.sqlState.hasPrefix("42") || cause.sqlState == "26000"
    }

    private func forget(_ text: String) async {
        guard let name = state.withLock({ $0.statements.remove(text) }),
            transactionStatus == .idle
        else { return }
        // It may be gone on the server, too.
        _ = try? await command("DEALLOCATE \(name)")
    }

    /// Runs a command without values and without rows.
    ///
    /// - Returns: The server's word for what it did.
    @discardableResult
    func command(_ text: String) async throws -> String {
        try await script(text).last ?? ""
    }

    /// Runs a text of several statements.
    ///
    /// - Returns: The server's word for what each one did.
    func script(_ text: String) async throws -> [String] {
        try Self.checkText(text)
        let results = try await exchange { PQsendQuery($0, text) }
        try PostgresErrors.check(results)
        return results.map(\.tag)
    }

    /// Commits.
    ///
    /// - Throws: If the connection is lost on the way, an error that says what nobody knows then.
    func commit() async throws -> String {
        guard !isClosed else {
            throw PostgresErrors.lost("it was cut before COMMIT, so nothing has taken effect")
        }
        do { return try await command("COMMIT") } catch let error as DatabaseError
            where error.code == .connection
        {
            throw DatabaseError(
                .connection,
                error.message + " It was lost during COMMIT: whether the transaction took effect "
                    + "is not known. Look before you run it again.", cause: error.cause)
        }
    }

    /// libpq takes C strings, which end at the first NUL: half a statement would be run.
    private static func checkText(_ text: String) throws {
        guard !text.utf8.contains(0) else {
            throw DatabaseError(.syntax, "The SQL has the character NUL (U+0000) in it.")
        }
    }

    private static func send(_ command: String, on connection: OpaquePointer) -> Int32 {
        PQsendQueryParams(connection, command, 0, nil, nil, nil, nil, 0)
    }
}
#endif
