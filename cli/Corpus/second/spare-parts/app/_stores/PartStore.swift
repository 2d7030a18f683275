import FledgeData

struct PartStore: Sendable {
    let database: Database

    func all() async throws -> [Part] { try await database.query("SELECT * FROM parts ORDER BY sku", as: Part.self) }

    func find(_ skus: [String]) async throws -> [Part] {
        try await database.query("SELECT * FROM parts WHERE sku IN (\(skus))", as: Part.self)
    }

    func add(_ part: Part) async throws {
        try await database.execute(
            "INSERT INTO parts (sku, name, machine, cents) VALUES (\(part.sku), \(part.name), \(part.machine), \(part.cents))")
    }
}
