// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

#if Postgres
import DatabaseTesting
import FledgeData
import FledgeSQLite
import Testing

@testable import FledgePostgres

@Suite(.requiresPostgres, .timeLimit(.minutes(5))) struct NotificationTests {
    /// A name that no other test listens to: channels are the whole database's.
    private let channel = "Orders \"\(UInt64.random(in: 0 ... .max))\""

    @Test func `a notification reaches who listens, in order, and after the commit only`()
        async throws
    {
        try await PostgresServer.started().withDatabase { database in
            var notes = try database.notifications(on: channel).makeAsyncIterator()
            #expect(await notes.next() == .listening)
            try await database.notify(channel, "1")
            _ = await databaseError {
                try await database.transaction { tx in
                    try await tx.notify(channel, "lost")
                    throw DatabaseError(.other, "rolled back")
                }
            }
            try await database.transaction { tx in
                try await tx.notify(channel, "2 'é\\")
                try await database.otherTask { try await $0.notify(channel, "before") }
            }
            try await database.notify(channel)
            let wanted: [PostgresNotification] = [
                .message("1"), .message("before"), .message("2 'é\\"), .message(""),
            ]
            for note in wanted { #expect(await notes.next() == note) }
        }
    }

    @Test func `a lost connection is made anew, and the gap is told`() async throws {
        try await PostgresServer.started().withDatabase { database in
            var notes = try database.notifications(on: channel).makeAsyncIterator()
            #expect(await notes.next() == .listening)
            let listening: SQL = """
                SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                WHERE query LIKE \("LISTEN%\(channel.filter(\.isNumber))%")
                """
            #expect(try await database.query(listening).count == 1)
            #expect(await notes.next() == .listening)
            try await database.notify(channel, "after")
            #expect(await notes.next() == .message("after"))
        }
    }

    @Test func `a reader that is far behind is told that it missed something`() async {
        let (notes, continuation) = AsyncStream.makeStream(
            of: PostgresNotification.self, bufferingPolicy: .bufferingNewest(3))
        for number in 1...4 { Listener.deliver("\(number)", to: continuation) }
        continuation.finish()
        var received: [PostgresNotification] = []
        for await note in notes { received.append(note) }
        #expect(received == [.message("3"), .message("4"), .listening])
    }

    /// More than are kept for it: whether it keeps up is up to the system, and silence is not allowed.
    @Test func `a reader gets everything, or is told that it missed something`() async throws {
        try await PostgresServer.started().withDatabase { database in
            let notes = try database.notifications(on: channel)
            var reader = notes.makeAsyncIterator()
            #expect(await reader.next() == .listening)
            try await database.execute(
                "SELECT pg_notify(\(channel), n::text) FROM generate_series(1, 1500) AS n")
            var (count, wasTold) = (1, false)
            while let note = await reader.next(), note != .message("1500") {
                if note == .listening { wasTold = true } else { count += 1 }
            }
            #expect(count == 1500 || wasTold)
        }
    }

    @Test func `the connection ends with the task that listens`() async throws {
        try await PostgresServer.started().withDatabase { database in
            let listening = Signal()
            let task = Task {
                for await _ in try database.notifications(on: channel) { await listening.send() }
            }
            await listening.wait()
            task.cancel()
            try await task.value
            let left: SQL = """
                SELECT EXISTS (
                    SELECT FROM pg_stat_activity
                    WHERE query LIKE \("LISTEN%\(channel.filter(\.isNumber))%"))
                """
            while try await database.one(left, as: Bool.self) { await Task.yield() }
        }
    }

    @Test func `another database has no notifications, and says so`() async throws {
        let database = try await Database.inMemory()
        let error = await databaseError { _ = try database.notifications(on: channel) }
        #expect(error?.code == .misuse)
        #expect(await databaseError { try await database.notify(channel) }?.code == .misuse)
    }
}

extension Database {
    /// Runs something outside of the transaction that the current task is in.
    fileprivate func otherTask(
        _ body: @escaping @Sendable (Database) async throws -> Void
    ) async throws {
        try await Task.detached { try await body(self) }.value
    }
}
#endif
