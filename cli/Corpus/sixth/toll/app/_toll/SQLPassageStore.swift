import FledgeData

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

struct SQLPassageStore: PassageStore {
    let database: Database

    func add(gate: String, plate: String, cents: Int, at date: Date) async throws -> Passage {
        try await database.one(
            """
            INSERT INTO passages (gate, plate, cents, at) VALUES (\(gate), \(plate), \(cents), \(date))
            RETURNING *
            """, as: Passage.self)
    }

    func passages(of plate: String) async throws -> [Passage] {
        try await database.query(
            "SELECT * FROM passages WHERE plate = \(plate) ORDER BY at", as: Passage.self)
    }
}
