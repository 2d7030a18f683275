import FledgeData

struct AuctionStore: Sendable {
    let database: Database

    func all() async throws -> [Auction] {
        try await database.query("SELECT * FROM auctions ORDER BY ends_at", as: Auction.self)
    }

    func find(_ id: Int) async throws -> Auction? {
        try await database.first("SELECT * FROM auctions WHERE id = \(id)", as: Auction.self)
    }

    func add(_ new: NewAuction, endsAt: Int) async throws -> Auction {
        try await database.one(
            "INSERT INTO auctions (title, price, ends_at) VALUES (\(new.title), \(new.price), \(endsAt)) RETURNING *",
            as: Auction.self)
    }

    func save(_ auction: Auction) async throws {
        try await database.execute(
            """
            UPDATE auctions SET price = \(auction.price), leader = \(auction.leader), ends_at = \(auction.endsAt)
            WHERE id = \(auction.id)
            """)
    }
}
