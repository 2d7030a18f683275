// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeData

/// The store, as an application writes it.
struct People: Sendable {
    let database: Database

    init(_ database: Database) {
        self.database = database
    }

    func find(_ id: Int) async throws -> Person? {
        try await database.first(
            "SELECT id, name, email, score FROM people WHERE id = \(id)", as: Person.self)
    }

    func list(after id: Int) async throws -> [Person] {
        try await database.query(
            "SELECT id, name, email, score FROM people WHERE id > \(id) ORDER BY id LIMIT 20",
            as: Person.self)
    }

    func add(_ new: NewPerson) async throws {
        try await database.execute(
            """
            INSERT INTO added (name, email, score) VALUES (\(new.name), \(new.email), \(new.score))
            """)
    }

    /// Makes the tables anew: ten thousand people, and one for those that come.
    func fill() async throws {
        try await database.transaction { tx in
            try await tx.execute("DROP TABLE IF EXISTS people")
            try await tx.execute("DROP TABLE IF EXISTS added")
            try await tx.execute(
                """
                CREATE TABLE people (
                    id INTEGER PRIMARY KEY, name TEXT NOT NULL, email TEXT NOT NULL,
                    score DOUBLE PRECISION NOT NULL
                )
                """)
            try await tx.execute(
                """
                CREATE TABLE added (
                    name TEXT NOT NULL, email TEXT NOT NULL, score DOUBLE PRECISION NOT NULL
                )
                """)
            for id in 1...10_000 {
                try await tx.execute(
                    """
                    INSERT INTO people (id, name, email, score)
                    VALUES (\(id), \("Person \(id)"), \("p\(id)@example.com"), \(Double(id) / 4))
                    """)
            }
        }
    }
}
