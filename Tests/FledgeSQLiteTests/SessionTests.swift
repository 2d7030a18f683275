// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeData
import Testing

@testable import FledgeSQLite

@Suite struct SessionTests {
    @Test func `a late statement never lands in the next transaction`() async throws {
        let driver = SQLiteDriver(try SQLiteConnections.inMemory(SQLiteOptions()))
        let create = SQLStatement(text: "CREATE TABLE t (n)")
        let over = try await driver.begin(nil)
        _ = try await over.run(create, rowLimit: nil)
        try await over.commit()
        let next = try await driver.begin(nil)
        let late = await databaseError {
            try await over.run(SQLStatement(text: "INSERT INTO t VALUES (1)"), rowLimit: nil)
        }
        #expect(late?.code == .misuse)
        try await next.commit()
        let rows = try await driver.run(SQLStatement(text: "SELECT * FROM t"), rowLimit: nil).rows
        #expect(rows.isEmpty)
    }
}
