import FledgeData
import Foundation

struct JobStore: Sendable {
    let database: Database

    func add(_ new: NewJob, price: Int) async throws -> Job {
        try await database.one(
            """
            INSERT INTO jobs (name, phone, day, rooms, price, state)
            VALUES (\(new.name), \(new.phone), \(new.day), \(new.rooms), \(price), 'booked') RETURNING *
            """, as: Job.self)
    }

    func find(_ id: Int) async throws -> Job? {
        try await database.first("SELECT * FROM jobs WHERE id = \(id)", as: Job.self)
    }

    func on(_ day: Date) async throws -> [Job] {
        try await database.query(
            "SELECT * FROM jobs WHERE day = \(day) AND state = 'booked'", as: Job.self)
    }

    func set(_ state: Job.State, of id: Int) async throws {
        try await database.execute("UPDATE jobs SET state = \(state.rawValue) WHERE id = \(id)")
    }
}
