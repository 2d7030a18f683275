import FledgeData

struct SQLStallStore: StallStore {
    let database: Database

    func add(day: String, trader: String, metres: Int) async throws -> Stall {
        try await database.one(
            """
            INSERT INTO stalls (day, trader, metres, state)
            VALUES (\(day), \(trader), \(metres), 'requested') RETURNING *
            """, as: Stall.self)
    }

    func find(_ id: Int) async throws -> Stall? {
        try await database.first("SELECT * FROM stalls WHERE id = \(id)", as: Stall.self)
    }

    func stalls(on day: String) async throws -> [Stall] {
        try await database.query(
            "SELECT * FROM stalls WHERE day = \(day) ORDER BY id", as: Stall.self)
    }

    func set(_ id: Int, _ state: StallState) async throws {
        try await database.execute("UPDATE stalls SET state = \(state) WHERE id = \(id)")
    }
}
