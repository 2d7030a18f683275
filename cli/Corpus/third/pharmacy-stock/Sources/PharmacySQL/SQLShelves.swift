import FledgeData
import Pharmacy

package struct SQLShelves: Shelves {
    private let database: Database

    package init(_ database: Database) { self.database = database }

    package func drugs() async throws -> [Drug] {
        try await database.query("SELECT * FROM drugs ORDER BY name", as: Drug.self)
    }

    package func drug(_ code: String) async throws -> Drug? {
        try await database.first("SELECT * FROM drugs WHERE code = \(code)", as: Drug.self)
    }

    package func save(_ drug: Drug) async throws {
        try await database.execute(
            """
            INSERT INTO drugs (code, name, packs, is_controlled, minimum_age)
            VALUES (\(drug.code), \(drug.name), \(drug.packs), \(drug.isControlled), \(drug.minimumAge))
            ON CONFLICT (code) DO UPDATE SET packs = excluded.packs
            """)
    }

    package func take(_ packs: [String: Int], doctor: String) async throws -> Dispensing {
        try await database.transaction { tx in
            for (code, count) in packs {
                let done = try await tx.execute(
                    "UPDATE drugs SET packs = packs - \(count) WHERE code = \(code) AND packs >= \(count)")
                guard done.changes == 1 else { throw PharmacyError.short(code) }
            }
            let id = try await tx.one(
                "INSERT INTO dispensings (doctor) VALUES (\(doctor)) RETURNING id", as: Int.self)
            return Dispensing(id: id, doctor: doctor, packs: packs)
        }
    }

    package func giveBack(_ id: Int) async throws -> Bool {
        try await database.execute("DELETE FROM dispensings WHERE id = \(id)").changes == 1
    }
}
