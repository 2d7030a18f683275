import FledgeData
import HarborServices

package struct SQLPilotageStore: PilotageStore {
    private let database: Database

    package init(_ database: Database) { self.database = database }

    package func add(_ new: NewRequest, port: String) async throws -> Request {
        try await database.one(
            """
            INSERT INTO requests (port, ship, draught, eta)
            VALUES (\(port), \(new.ship), \(new.draught), \(new.eta)) RETURNING *
            """, as: Request.self)
    }

    package func find(_ id: Request.ID) async throws -> Request? {
        try await database.first("SELECT * FROM requests WHERE id = \(id)", as: Request.self)
    }

    package func open(in port: String) async throws -> [Request] {
        try await database.query(
            "SELECT * FROM requests WHERE port = \(port) AND pilot IS NULL", as: Request.self)
    }

    package func assign(_ pilot: String, to id: Request.ID) async throws -> Bool {
        try await database.execute(
            "UPDATE requests SET pilot = \(pilot) WHERE id = \(id) AND pilot IS NULL"
        ).changes == 1
    }
}
