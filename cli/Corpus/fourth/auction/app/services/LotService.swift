import FledgeData
import FledgeSchema

@Schema struct Lot: Codable, Equatable {
    let id: Int
    let title: String
    let reserve: Int
    var highest: Int?
}

struct LotService: Sendable {
    let database: Database

    func add(title: String, reserve: Int) async throws -> Lot {
        try await database.one(
            "INSERT INTO lots (title, reserve) VALUES (\(title), \(reserve)) RETURNING *",
            as: Lot.self)
    }

    func all() async throws -> [Lot] {
        try await database.query("SELECT * FROM lots ORDER BY id", as: Lot.self)
    }

    func find(_ id: Int) async throws -> Lot? {
        try await database.first("SELECT * FROM lots WHERE id = \(id)", as: Lot.self)
    }

    func bids(for lot: Int) async throws -> [Int] {
        try await database.query(
            "SELECT amount FROM bids WHERE lot = \(lot) ORDER BY amount DESC", as: Int.self)
    }

    func place(_ amount: Int, by bidder: Int, on lot: Int) async throws {
        try await database.transaction { tx in
            try await tx.execute(
                "INSERT INTO bids (lot, bidder, amount) VALUES (\(lot), \(bidder), \(amount))")
            try await tx.execute("UPDATE lots SET highest = \(amount) WHERE id = \(lot)")
        }
    }
}
