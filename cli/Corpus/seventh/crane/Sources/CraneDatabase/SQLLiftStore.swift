import CraneServices
import FledgeData
import Foundation

package struct SQLLiftStore: LiftStore {
    let database: Database

    package init(_ database: Database) { self.database = database }

    package func add(_ new: NewLift, at site: String, _ time: Date) async throws -> Lift {
        let none: [String] = []
        let id = try await database.one(
            """
            INSERT INTO lifts (site, load, radius, at, confirmed_by)
            VALUES (\(site), \(new.load), \(new.radius), \(time), \(array: none)) RETURNING id
            """, as: Int.self)
        return Lift(
            id: id, site: site, load: new.load, radius: new.radius, at: time, confirmedBy: [])
    }

    package func find(_ id: Int) async throws -> Lift? {
        try await database.first("SELECT * FROM lifts WHERE id = \(id)", as: Lift.self)
    }

    package func list(_ site: String) async throws -> [Lift] {
        try await database.query(
            "SELECT * FROM lifts WHERE site = \(site) ORDER BY id", as: Lift.self)
    }

    package func confirm(_ lift: Lift, by people: [String]) async throws -> Lift {
        try await database.execute(
            "UPDATE lifts SET confirmed_by = \(array: people) WHERE id = \(lift.id)")
        var done = lift
        done.confirmedBy = people
        return done
    }
}
