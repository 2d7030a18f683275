import DroneLogServices
import FledgeData
import Foundation

package struct SQLFlightStore: FlightStore {
    let database: Database

    package init(_ database: Database) { self.database = database }

    package func add(_ takeOff: TakeOff, _ started: Date) async throws -> Flight {
        try await database.one(
            """
            INSERT INTO flights (pilot, drone, started)
            VALUES (\(takeOff.pilot), \(takeOff.drone), \(started)) RETURNING *
            """, as: Flight.self)
    }

    package func find(_ id: Int) async throws -> Flight? {
        try await database.first("SELECT * FROM flights WHERE id = \(id)", as: Flight.self)
    }

    package func inTheAir(_ drone: String) async throws -> Flight? {
        try await database.first(
            "SELECT * FROM flights WHERE drone = \(drone) AND ended IS NULL LIMIT 1",
            as: Flight.self)
    }

    package func list(of pilot: String) async throws -> [Flight] {
        try await database.query(
            "SELECT * FROM flights WHERE pilot = \(pilot) ORDER BY id", as: Flight.self)
    }

    package func end(_ flight: Flight) async throws {
        try await database.execute(
            """
            UPDATE flights SET ended = \(flight.ended), top = \(flight.top), remark = \(flight.remark)
            WHERE id = \(flight.id)
            """)
    }
}
