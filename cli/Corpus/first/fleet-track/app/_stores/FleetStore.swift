import FledgeData

struct FleetStore: Sendable {
    let database: Database

    func vehicles() async throws -> [Vehicle] {
        try await database.query("SELECT * FROM vehicles ORDER BY id", as: Vehicle.self)
    }

    func add(_ plate: String) async throws -> Vehicle {
        try await database.one("INSERT INTO vehicles (plate, retired) VALUES (\(plate), 0) RETURNING *", as: Vehicle.self)
    }

    func retire(_ id: Int) async throws -> Bool {
        try await database.execute("UPDATE vehicles SET retired = 1 WHERE id = \(id)").changes == 1
    }

    func add(_ fix: Fix, of id: Int) async throws {
        try await database.execute(
            """
            INSERT INTO positions (vehicle, latitude, longitude, time)
            VALUES (\(id), \(fix.latitude), \(fix.longitude), \(fix.time))
            """)
    }

    func track(of id: Int) async throws -> [Position] {
        try await database.query("SELECT * FROM positions WHERE vehicle = \(id) ORDER BY time", as: Position.self)
    }
}
