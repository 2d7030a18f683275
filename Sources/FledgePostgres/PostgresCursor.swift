// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

#if Postgres
import FledgeData
import Synchronization

/// A stream: a cursor of the server, from which each batch is fetched when it is wanted.
///
/// libpq's single-row mode would fill the connection with rows until their end: leaving the loop
/// early would have to cancel the query, and inside a transaction that ends the transaction. A
/// cursor costs one round trip a batch, sends nothing that nobody asked for, and lets other
/// statements run in between.
final class PostgresCursor: StreamCursor {
    private static let batchSize = 256
    private static let lastNumber = Atomic(0)

    private enum Phase { case new, open, over }

    private let statement: SQLStatement
    private let session: PostgresSession

    /// Whether the transaction is there for the cursor alone.
    private let ownsSession: Bool
    private let name: String
    private let phase = Mutex(Phase.new)

    init(_ statement: SQLStatement, in session: PostgresSession, ownsSession: Bool) {
        self.statement = statement
        self.session = session
        self.ownsSession = ownsSession
        let number = Self.lastNumber.wrappingAdd(1, ordering: .relaxed).newValue
        self.name = "fledge_cursor_\(number)"
    }

    func next() async throws -> [Row] {
        do {
            if phase.withLock({ $0 }) == .new { try await open() }
            guard phase.withLock({ $0 }) == .open else { return [] }
            let rows = try await session.run(
                SQLStatement(text: "FETCH \(Self.batchSize) FROM \(name)", isReusable: false),
                rowLimit: nil
            ).rows
            if rows.count < Self.batchSize { await end() }
            return rows
        } catch {
            await end()
            throw error
        }
    }

    private func open() async throws {
        guard SQLStatement.seemsToRead(statement.text) else { throw SQLStatement.notAQuery }
        let declare = "DECLARE \(name) NO SCROLL CURSOR FOR "
        _ = try await session.run(
            SQLStatement(
                text: declare + statement.text, values: statement.values, isReusable: false,
                offset: declare.count), rowLimit: nil)
        phase.withLock { if $0 == .new { $0 = .open } }
    }

    func close() {
        guard let end = ending() else { return }
        Task { await end() }
    }

    private func end() async {
        await ending()?()
    }

    /// What is to be done at the end, for the first who asks.
    private func ending() -> (@Sendable () async -> Void)? {
        let wasOpen: Bool? = phase.withLock { phase in
            guard phase != .over else { return nil }
            defer { phase = .over }
            return phase == .open
        }
        guard let wasOpen else { return nil }
        let (session, name) = (session, name)
        if ownsSession { return { await Task { await session.rollback() }.value } }
        guard wasOpen else { return nil }
        return {
            // Fails in a transaction that has ended or failed, and with it the cursor.
            _ = try? await session.run(
                SQLStatement(text: "CLOSE \(name)", isReusable: false), rowLimit: nil)
        }
    }
}
#endif
