import FledgeData
import Foundation

struct JobStore: Sendable {
    let database: Database

    func add(_ new: NewJob, at date: Date) async throws -> Job {
        try await database.one(
            """
            INSERT INTO jobs (elevator, fault, is_trapped, reported_at)
            VALUES (\(new.elevator), \(new.fault), \(new.isTrapped), \(date)) RETURNING *
            """, as: Job.self)
    }

    func find(_ id: Int) async throws -> Job? {
        try await database.first("SELECT * FROM jobs WHERE id = \(id)", as: Job.self)
    }

    func open() async throws -> [Job] {
        try await database.query(
            "SELECT * FROM jobs WHERE done_at IS NULL ORDER BY reported_at", as: Job.self)
    }

    func finish(_ id: Int, at date: Date) async throws {
        try await database.execute("UPDATE jobs SET done_at = \(date) WHERE id = \(id)")
    }
}
