// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeData
import FledgeSQLite
import Testing

/// What only SQLite does; what all databases do is in DatabaseContractTests.
@Suite struct TransactionTests {
    @Test func `a failed statement may be caught, and the transaction goes on`() async throws {
        try await withEachDatabase { database in
            try await database.execute("CREATE TABLE t (n INTEGER UNIQUE)")
            try await database.transaction { tx in
                try await tx.execute("INSERT INTO t VALUES (1)")
                let error = await databaseError { try await tx.execute("INSERT INTO t VALUES (1)") }
                #expect(error?.code == .uniqueViolation)
                try await tx.execute("INSERT INTO t VALUES (2)")
            }
            #expect(try await database.one("SELECT count(*) FROM t", as: Int.self) == 2)
        }
    }

    @Test func `nothing runs after SQLite has rolled back by itself`() async throws {
        try await withEachDatabase { database in
            try await database.execute("CREATE TABLE t (n INTEGER UNIQUE)")
            let error = await databaseError {
                try await database.transaction { tx in
                    try await tx.execute("INSERT INTO t VALUES (1)")
                    _ = try? await tx.execute("INSERT OR ROLLBACK INTO t VALUES (1)")
                    try await tx.execute("INSERT INTO t VALUES (2)")
                }
            }
            #expect(error?.code == .transactionAborted)
            #expect(try await database.one("SELECT count(*) FROM t", as: Int.self) == 0)
        }
    }
}
