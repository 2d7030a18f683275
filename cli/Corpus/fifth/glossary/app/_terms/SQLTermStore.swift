import FledgeData

struct SQLTermStore: TermStore {
    private let database: Database

    init(_ database: Database) { self.database = database }

    func find(_ slug: String) async throws -> Term? {
        try await database.first("SELECT * FROM terms WHERE slug = \(slug)", as: Term.self)
    }

    func moved(_ slug: String) async throws -> String? {
        try await database.first("SELECT new FROM moved WHERE old = \(slug)", as: String.self)
    }

    func all() async throws -> [Term] {
        try await database.query("SELECT * FROM terms ORDER BY slug", as: Term.self)
    }

    func save(_ term: Term, insteadOf old: String?) async throws {
        try await database.transaction { tx in
            if let old {
                try await tx.execute("DELETE FROM terms WHERE slug = \(old)")
                if old != term.slug {
                    try await tx.execute(
                        "INSERT INTO moved (old, new) VALUES (\(old), \(term.slug))")
                }
            }
            try await tx.execute(
                """
                INSERT INTO terms (slug, title, text, updated_at)
                VALUES (\(term.slug), \(term.title), \(term.text), \(term.updatedAt))
                """)
        }
    }
}
