import FledgeData
import Vault

extension Stores {
    package static func sql(_ database: Database) -> Stores {
        Stores(species: SQLSpecies(db: database), lots: SQLLots(db: database), donors: SQLDonors(db: database))
    }
}

struct SQLSpecies: SpeciesStore {
    let db: Database

    func all() async throws -> [Species] { try await db.query("SELECT * FROM species ORDER BY name", as: Species.self) }
    func add(_ new: NewSpecies) async throws -> Species {
        try await db.one(
            "INSERT INTO species (name, reserve) VALUES (\(new.name), \(new.reserve)) RETURNING *", as: Species.self)
    }
    func get(_ id: Int) async throws -> Species? {
        try await db.first("SELECT * FROM species WHERE id = \(id)", as: Species.self)
    }
    func delete(_ id: Int) async throws -> Bool {
        try await db.execute("DELETE FROM species WHERE id = \(id)").changes == 1
    }
}

struct SQLLots: LotStore {
    let db: Database

    func all() async throws -> [Lot] { try await db.query("SELECT * FROM lots ORDER BY id", as: Lot.self) }
    func add(_ new: NewLot) async throws -> Lot {
        try await db.one(
            """
            INSERT INTO lots (species, donor, seeds, viability)
            VALUES (\(new.species), \(new.donor), \(new.seeds), 100) RETURNING *
            """, as: Lot.self)
    }
    func get(_ id: Int) async throws -> Lot? {
        try await db.first("SELECT * FROM lots WHERE id = \(id)", as: Lot.self)
    }
    func put(_ lot: Lot) async throws {
        try await db.execute(
            "UPDATE lots SET seeds = \(lot.seeds), viability = \(lot.viability) WHERE id = \(lot.id)")
    }
}

struct SQLDonors: DonorStore {
    let db: Database

    func all() async throws -> [Donor] { try await db.query("SELECT * FROM donors ORDER BY name", as: Donor.self) }
    func add(_ new: NewDonor) async throws -> Donor {
        try await db.one("INSERT INTO donors (name) VALUES (\(new.name)) RETURNING *", as: Donor.self)
    }
    func get(_ id: Int) async throws -> Donor? {
        try await db.first("SELECT * FROM donors WHERE id = \(id)", as: Donor.self)
    }
}
