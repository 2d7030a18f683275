import FledgeData
import FledgeSchema

@Schema struct Pickup: Codable {
    let id: Int
    let household: Int
    let year: Int
    let fee: Int
}

struct PickupService: Sendable {
    let database: Database

    func all(of household: Int) async throws -> [Pickup] {
        try await database.query(
            "SELECT * FROM pickups WHERE household = \(household)", as: Pickup.self)
    }

    func add(_ new: NewPickup, fee: Int) async throws -> Pickup {
        try await database.one(
            """
            INSERT INTO pickups (household, year, fee)
            VALUES (\(new.household), \(new.year), \(fee)) RETURNING *
            """, as: Pickup.self)
    }
}

struct Plan: Codable, Sendable { let weekday: Int }

struct DistrictService: Sendable {
    let database: Database

    func plan(of district: String) async throws -> Plan? {
        try await database.first(
            "SELECT weekday FROM districts WHERE name = \(district)", as: Plan.self)
    }

    func holidays() async throws -> Set<Int> {
        Set(try await database.query("SELECT day FROM holidays", as: Int.self))
    }
}
