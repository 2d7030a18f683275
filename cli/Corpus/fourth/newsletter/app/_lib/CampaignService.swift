import FledgeData
import FledgeSchema

@Schema struct Campaign: Codable {
    let id: Int
    let subject: String
}

struct CampaignService: Sendable {
    let database: Database

    func find(_ id: Int) async throws -> Campaign? {
        try await database.first(
            "SELECT id, subject FROM campaigns WHERE id = \(id)", as: Campaign.self)
    }

    func recent(_ count: Int) async throws -> [Campaign] {
        try await database.query(
            "SELECT id, subject FROM campaigns ORDER BY id DESC LIMIT \(count)", as: Campaign.self)
    }

    func sentThisMonth() async throws -> Int {
        try await database.one("SELECT coalesce(sum(recipients), 0) FROM jobs", as: Int.self)
    }

    func enqueue(_ campaign: Campaign, recipients: Int) async throws -> Int {
        try await database.one(
            """
            INSERT INTO jobs (campaign, recipients) VALUES (\(campaign.id), \(recipients))
            RETURNING id
            """, as: Int.self)
    }

    func setSender(name: String, replyTo: String, footer: String) async throws {
        try await database.execute(
            "UPDATE sender SET name = \(name), reply_to = \(replyTo), footer = \(footer)")
    }
}

struct SubscriberService: Sendable {
    let database: Database

    func count() async throws -> Int {
        try await database.one("SELECT count(*) FROM subscribers", as: Int.self)
    }
}
