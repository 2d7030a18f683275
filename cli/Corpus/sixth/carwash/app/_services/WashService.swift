import FledgeData

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

struct WashService: Sendable {
    let database: Database

    func start(plate: String, program: WashProgram, bay: Int, price: Int) async throws -> Wash {
        try await database.one(
            """
            INSERT INTO washes (plate, program, bay, price, started_at)
            VALUES (\(plate), \(program.name), \(bay), \(price), \(Date())) RETURNING *
            """, as: Wash.self)
    }

    func find(_ id: Int) async throws -> Wash {
        guard
            let wash = try await database.first(
                "SELECT * FROM washes WHERE id = \(id)", as: Wash.self)
        else { throw WashError.noWash(id) }
        return wash
    }

    func visits(of plate: String) async throws -> Int {
        try await database.one("SELECT count(*) FROM washes WHERE plate = \(plate)", as: Int.self)
    }
}
