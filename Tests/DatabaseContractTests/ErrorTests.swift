// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import DatabaseTesting
import FledgeData
import Testing

@Suite struct ErrorTests {
    private func withShop(
        _ backend: Backend, _ body: (Database) async throws -> Void
    ) async throws {
        try await backend.withDatabase { database in
            try await database.execute(
                """
                CREATE TABLE users (
                    id BIGINT PRIMARY KEY,
                    email TEXT NOT NULL,
                    shop BIGINT NOT NULL DEFAULT 1,
                    age BIGINT CONSTRAINT adult CHECK (age >= 18),
                    UNIQUE (email, shop)
                )
                """)
            try await database.execute(
                "CREATE TABLE orders (user_id BIGINT NOT NULL REFERENCES users (id))")
            try await database.execute(
                "INSERT INTO users (id, email) VALUES (1, \("ada@example.com"))")
            try await body(database)
        }
    }

    private struct Case: Sendable {
        let sql: SQL
        let code: DatabaseError.Code
        var table: String?
        var columns: [String] = []
    }

    private static let secret = "ada@example.com"

    private static let cases: [Case] = [
        Case(
            sql: "INSERT INTO users (id, email) VALUES (2, \(secret))", code: .uniqueViolation,
            table: "users", columns: ["email", "shop"]),
        Case(
            sql: "INSERT INTO users (id, email) VALUES (1, 'b')", code: .uniqueViolation,
            table: "users", columns: ["id"]),
        Case(
            sql: "INSERT INTO users (id, email) VALUES (2, \(String?.none))",
            code: .notNullViolation, table: "users", columns: ["email"]),
        Case(
            sql: "INSERT INTO users (id, email, age) VALUES (2, \(secret), 17)",
            code: .checkViolation),
        Case(sql: "INSERT INTO orders (user_id) VALUES (\(99))", code: .foreignKeyViolation),
        Case(sql: "SELEKT 1", code: .syntax), Case(sql: "SELECT * FROM nowhere", code: .syntax),
        Case(sql: "SELECT nothing FROM users", code: .syntax),
        Case(sql: "SELECT 1; SELECT 2", code: .syntax), Case(sql: "", code: .syntax),
        Case(sql: "-- nothing", code: .syntax),
        Case(sql: "BEGIN", code: .misuse),
    ]

    @Test(arguments: Backend.available)
    func `a failure has its code, table and columns, and shows no value`(
        on backend: Backend
    ) async throws {
        try await withShop(backend) { database in
            for row in Self.cases {
                for asQuery in [false, true] {
                    let error = await databaseError {
                        if asQuery {
                            _ = try await database.query(row.sql)
                        } else {
                            try await database.execute(row.sql)
                        }
                    }
                    #expect(error?.code == row.code, "\(row.sql)")
                    if let table = row.table {
                        #expect(error?.constraint?.table == table, "\(row.sql)")
                        #expect(error?.constraint?.columns == row.columns, "\(row.sql)")
                    }
                    if row.code == .checkViolation { #expect(error?.constraint?.name == "adult") }
                    let text = error?.description ?? ""
                    #expect(!text.contains(Self.secret), "\(text)")
                    #expect(text.contains("at DatabaseContractTests/ErrorTests.swift:"))
                }
            }
            // The connection is as good as before.
            let users = try await database.one("SELECT count(*) FROM users", as: Int.self)
            #expect(users == 1)
        }
    }

    @Test(arguments: Backend.available)
    func `a query that misses a row or a column says what to do`(
        on backend: Backend
    ) async throws {
        struct User: Decodable { let nickname: String }
        try await withShop(backend) { database in
            let error = await databaseError {
                _ = try await database.query("SELECT id FROM users", as: User.self)
            }
            #expect(error?.code == .decoding)
            #expect(error?.message.contains("no column for \"nickname\"") == true)
        }
    }
}
