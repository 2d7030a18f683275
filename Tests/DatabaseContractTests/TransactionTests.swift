// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import DatabaseTesting
import FledgeData
import FledgeSQLite
import Testing

private struct Refused: Error {}

@Suite struct TransactionTests {
    private func count(_ database: Database) async throws -> Int {
        try await database.one("SELECT count(*) FROM t", as: Int.self)
    }

    private func expectRows(
        _ expected: Int, in database: Database, at location: SourceLocation = #_sourceLocation
    ) async throws {
        let rows = try await count(database)
        #expect(rows == expected, sourceLocation: location)
    }

    private func withTable(
        _ backend: Backend, isSingle: Bool = false, _ body: (Database) async throws -> Void
    ) async throws {
        try await backend.withDatabase(isSingle: isSingle) { database in
            try await database.execute("CREATE TABLE t (n INTEGER UNIQUE)")
            try await body(database)
        }
    }

    @Test(arguments: Backend.available)
    func `a transaction commits what its closure did, and returns its result`(
        on backend: Backend
    ) async throws {
        try await withTable(backend) { database in
            let seen = try await database.transaction { tx in
                try await tx.execute("INSERT INTO t VALUES (1)")
                return try await count(tx)
            }
            #expect(seen == 1)
            try await expectRows(1, in: database)
        }
    }

    @Test(arguments: Backend.available)
    func `an error rolls back and comes out as it is`(
        on backend: Backend
    ) async throws {
        try await withTable(backend) { database in
            await #expect(throws: Refused.self) {
                try await database.transaction { tx in
                    try await tx.execute("INSERT INTO t VALUES (1)")
                    throw Refused()
                }
            }
            try await expectRows(0, in: database)
        }
    }

    @Test(arguments: Backend.available)
    func `a failure in a savepoint may be caught, and the transaction goes on`(
        on backend: Backend
    ) async throws {
        try await withTable(backend) { database in
            try await database.transaction { tx in
                try await tx.execute("INSERT INTO t VALUES (1)")
                let error = await databaseError {
                    try await tx.transaction { try await $0.execute("INSERT INTO t VALUES (1)") }
                }
                #expect(error?.code == .uniqueViolation)
                try await tx.execute("INSERT INTO t VALUES (2)")
            }
            try await expectRows(2, in: database)
        }
    }

    @Test(arguments: Backend.available)
    func `cancellation inside rolls back, and the writer is free again`(
        on backend: Backend
    ) async throws {
        try await withTable(backend) { database in
            let inserted = Signal()
            let task = Task {
                try await database.transaction { tx in
                    try await tx.execute("INSERT INTO t VALUES (1)")
                    await inserted.send()
                    _ = try await tx.query(backend.endless)
                }
            }
            await inserted.wait()
            task.cancel()
            await #expect(throws: CancellationError.self) { try await task.value }
            try await expectRows(0, in: database)
            try await database.execute("INSERT INTO t VALUES (2)")
        }
    }

    @Test(arguments: Backend.available)
    func `cancellation that the closure ignores still rolls back`(
        on backend: Backend
    ) async throws {
        try await withTable(backend) { database in
            let inserted = Signal()
            let cancelled = Signal()
            let task = Task {
                try await database.transaction { tx in
                    try await tx.execute("INSERT INTO t VALUES (1)")
                    await inserted.send()
                    await cancelled.wait()
                    _ = try? await tx.execute("INSERT INTO t VALUES (2)")
                }
            }
            await inserted.wait()
            task.cancel()
            await cancelled.send()
            await #expect(throws: CancellationError.self) { try await task.value }
            try await expectRows(0, in: database)
        }
    }

    @Test(arguments: Backend.available)
    func `a waiting writer that is cancelled leaves the queue`(
        on backend: Backend
    ) async throws {
        try await withTable(backend, isSingle: true) { database in
            let holding = Signal()
            let release = Signal()
            let holder = Task {
                try await database.transaction { tx in
                    await holding.send()
                    await release.wait()
                    try await tx.execute("INSERT INTO t VALUES (1)")
                }
            }
            await holding.wait()
            let waiter = Task { try await database.execute("INSERT INTO t VALUES (2)") }
            waiter.cancel()
            await #expect(throws: CancellationError.self) { try await waiter.value }
            await release.send()
            try await holder.value
            try await expectRows(1, in: database)
        }
    }

    @Test(arguments: Backend.shared)
    func `others see nothing before the commit`(
        on backend: Backend
    ) async throws {
        try await withTable(backend) { database in
            try await database.transaction { tx in
                try await tx.execute("INSERT INTO t VALUES (1)")
                let outside = Task.detached { try await count(database) }
                #expect(try await outside.value == 0)
            }
            try await expectRows(1, in: database)
        }
    }

    @Test(arguments: Backend.available)
    func `an inner transaction fails alone, and succeeds only with the outer`(
        on backend: Backend
    ) async throws {
        try await withTable(backend) { database in
            try await database.transaction { tx in
                try await tx.execute("INSERT INTO t VALUES (1)")
                await #expect(throws: Refused.self) {
                    try await tx.transaction { inner in
                        try await inner.execute("INSERT INTO t VALUES (2)")
                        throw Refused()
                    }
                }
                try await tx.transaction { inner in
                    try await inner.execute("INSERT INTO t VALUES (3)")
                    try await inner.transaction { try await $0.execute("INSERT INTO t VALUES (4)") }
                }
            }
            #expect(try await database.query("SELECT n FROM t", as: Int.self) == [1, 3, 4])
            _ = await #expect(throws: Refused.self) {
                try await database.transaction { tx in
                    try await tx.transaction { try await $0.execute("INSERT INTO t VALUES (5)") }
                    throw Refused()
                }
            }
            try await expectRows(3, in: database)
        }
    }

    @Test(arguments: Backend.available)
    func `the database itself is refused inside, instead of waiting for ever`(
        on backend: Backend
    ) async throws {
        try await withTable(backend) { database in
            try await database.transaction { tx in
                let write = await databaseError { try await database.execute("DELETE FROM t") }
                #expect(write?.code == .misuse)
                let begin = await databaseError { try await database.transaction { _ in } }
                #expect(begin?.code == .misuse)
                let close = await databaseError { try await database.close() }
                #expect(close?.code == .misuse)
                let other = try await Database.inMemory()
                try await other.transaction { _ in
                    let deep = await databaseError { _ = try await database.query("SELECT 1") }
                    #expect(deep?.code == .misuse)
                }
            }
        }
    }

    @Test(arguments: Backend.available)
    func `a transaction kept after its closure, or used around an inner one, is refused`(
        on backend: Backend
    ) async throws {
        try await withTable(backend) { database in
            let kept = try await database.transaction { $0 }
            let late = await databaseError { try await kept.execute("DELETE FROM t") }
            #expect(late?.code == .misuse)
            try await database.transaction { tx in
                try await tx.transaction { _ in
                    let outer = await databaseError { try await tx.execute("DELETE FROM t") }
                    #expect(outer?.code == .misuse)
                }
                try await tx.execute("DELETE FROM t")
            }
        }
    }

    @Test(arguments: Backend.available, ["COMMIT", "ROLLBACK"] as [SQL])
    func `a statement that ends the transaction is refused`(
        on backend: Backend, sql: SQL
    ) async throws {
        try await withTable(backend) { database in
            let error = await databaseError {
                try await database.transaction { tx in try await tx.execute(sql) }
            }
            #expect(error?.code == .misuse)
            try await database.execute("INSERT INTO t VALUES (1)")
        }
    }

    @Test(arguments: Backend.available)
    func `a commit that fails rolls back`(
        on backend: Backend
    ) async throws {
        try await withTable(backend) { database in
            try await database.execute(
                """
                CREATE TABLE c (
                    n INTEGER REFERENCES t (n) DEFERRABLE INITIALLY DEFERRED
                )
                """)
            let error = await databaseError {
                try await database.transaction { tx in
                    try await tx.execute("INSERT INTO c VALUES (99)")
                }
            }
            #expect(error?.code == .foreignKeyViolation)
            #expect(try await database.query("SELECT * FROM c").isEmpty)
        }
    }

    @Test(arguments: Backend.available)
    func `serializable transactions lose no update, and are run again by themselves`(
        on backend: Backend
    ) async throws {
        try await withTable(backend) { database in
            try await database.execute("INSERT INTO t VALUES (0)")
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<20 {
                    group.addTask {
                        // Each round of losers has a winner, so twenty rounds are enough.
                        try await database.transaction(isolation: .serializable, retries: 20) {
                            tx in
                            let n = try await tx.one("SELECT n FROM t", as: Int.self)
                            await Task.yield()
                            try await tx.execute("UPDATE t SET n = \(n + 1)")
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await database.one("SELECT n FROM t", as: Int.self) == 20)
        }
    }

    @Test(arguments: Backend.available)
    func `statements side by side in one transaction take turns`(
        on backend: Backend
    ) async throws {
        try await withTable(backend) { database in
            try await database.transaction { tx in
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for n in 0..<20 {
                        group.addTask { try await tx.execute("INSERT INTO t VALUES (\(n))") }
                    }
                    try await group.waitForAll()
                }
            }
            try await expectRows(20, in: database)
        }
    }

    @Test(arguments: Backend.available)
    func `a stricter isolation inside than outside is refused`(
        on backend: Backend
    ) async throws {
        try await withTable(backend) { database in
            try await database.transaction(isolation: .serializable) { tx in
                try await tx.transaction(isolation: .repeatableRead) { _ in }
            }
            guard backend == .postgres else { return }
            let error = await databaseError {
                try await database.transaction(isolation: .readCommitted) { tx in
                    try await tx.transaction(isolation: .serializable) { _ in }
                }
            }
            #expect(error?.code == .misuse)
        }
    }

    @Test(arguments: Backend.available)
    func `a wait for a connection is first come, first served`(
        on backend: Backend
    ) async throws {
        try await withTable(backend, isSingle: true) { database in
            let (holding, release) = (Signal(), Signal())
            let holder = Task {
                try await database.transaction { tx in
                    try await tx.execute("INSERT INTO t VALUES (0)")
                    await holding.send()
                    await release.wait()
                }
            }
            await holding.wait()
            var writers: [Task<Void, any Error>] = []
            for n in 1...5 {
                writers.append(
                    Task { try await database.execute("INSERT INTO t VALUES (\(n))") })
                while database.metrics.waiting < n { await Task.yield() }
            }
            #expect(database.metrics.inUse == 1)
            await release.send()
            try await holder.value
            for writer in writers { try await writer.value }
            #expect(try await database.query("SELECT n FROM t", as: Int.self) == Array(0...5))
            #expect(database.metrics.waiting == 0)
            #expect(database.metrics.waitTime > .zero)
        }
    }
}
