import FledgeData

struct SubscriberStore: Sendable {
    let database: Database

    func find(_ email: String) async throws -> Subscriber? {
        try await database.first("SELECT * FROM subscribers WHERE email = \(email)", as: Subscriber.self)
    }

    func put(_ email: String, language: String, since: Int) async throws {
        try await database.execute(
            """
            INSERT INTO subscribers (email, language, active, since) VALUES (\(email), \(language), 1, \(since))
            ON CONFLICT (email) DO UPDATE SET active = 1, language = excluded.language
            """)
    }

    func deactivate(_ email: String) async throws {
        try await database.execute("UPDATE subscribers SET active = 0 WHERE email = \(email)")
    }

    func list(active: Bool) async throws -> [Subscriber] {
        try await database.query("SELECT * FROM subscribers WHERE active = \(active)", as: Subscriber.self)
    }
}
