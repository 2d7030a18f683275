import FledgeData

struct PartStore: Sendable {
    let database: Database

    func all() async throws -> [Part] {
        try await database.query("SELECT * FROM parts ORDER BY id", as: Part.self)
    }

    func find(_ id: Int) async throws -> Part? {
        try await database.first("SELECT * FROM parts WHERE id = \(id)", as: Part.self)
    }

    func add(_ new: NewPart) async throws -> Part {
        try await database.one(
            """
            INSERT INTO parts (name, cents, stock, minimum)
            VALUES (\(new.name), \(new.cents), \(new.stock), \(new.minimum)) RETURNING *
            """, as: Part.self)
    }

    func take(_ quantity: Int, of id: Int) async throws -> Bool {
        try await database.execute(
            "UPDATE parts SET stock = stock - \(quantity) WHERE id = \(id) AND stock >= \(quantity)").changes == 1
    }
}
