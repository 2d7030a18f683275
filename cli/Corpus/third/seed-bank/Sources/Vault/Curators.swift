package protocol SpeciesStore: Sendable {
    func all() async throws -> [Species]
    func add(_ new: NewSpecies) async throws -> Species
    func get(_ id: Int) async throws -> Species?
    func delete(_ id: Int) async throws -> Bool
}

package protocol LotStore: Sendable {
    func all() async throws -> [Lot]
    func add(_ new: NewLot) async throws -> Lot
    func get(_ id: Int) async throws -> Lot?
    func put(_ lot: Lot) async throws
}

package protocol DonorStore: Sendable {
    func all() async throws -> [Donor]
    func add(_ new: NewDonor) async throws -> Donor
    func get(_ id: Int) async throws -> Donor?
}

package struct Stores: Sendable {
    package var species: any SpeciesStore
    package var lots: any LotStore
    package var donors: any DonorStore
    package init(species: any SpeciesStore, lots: any LotStore, donors: any DonorStore) {
        self.species = species
        self.lots = lots
        self.donors = donors
    }
}

package struct SpeciesCurator: Sendable {
    let stores: Stores

    package func list() async throws -> [Species] { try await stores.species.all() }
    package func create(_ new: NewSpecies) async throws -> Species { try await stores.species.add(new) }

    package func find(_ id: Int) async throws -> Species {
        guard let found = try await stores.species.get(id) else { throw VaultError.missing("species", id) }
        return found
    }

    package func remove(_ id: Int) async throws {
        guard try await !stores.lots.all().contains(where: { $0.species == id }) else { throw VaultError.inUse }
        guard try await stores.species.delete(id) else { throw VaultError.missing("species", id) }
    }
}

package struct LotCurator: Sendable {
    let stores: Stores

    package func query(_ query: LotQuery) async throws -> [Lot] {
        try await stores.lots.all().filter {
            (query.species == nil || $0.species == query.species) && $0.viability >= query.viability
        }
    }

    package func create(_ new: NewLot) async throws -> Lot {
        guard try await stores.species.get(new.species) != nil else {
            throw VaultError.missing("species", new.species)
        }
        guard try await stores.donors.get(new.donor) != nil else {
            throw VaultError.missing("donor", new.donor)
        }
        return try await stores.lots.add(new)
    }

    package func find(_ id: Int) async throws -> Lot {
        guard let found = try await stores.lots.get(id) else { throw VaultError.missing("lot", id) }
        return found
    }

    package func record(_ test: Germination, of id: Int) async throws -> Lot {
        guard test.up <= test.sown else { throw VaultError.badTest }
        var lot = try await find(id)
        lot.viability = test.up * 100 / test.sown
        lot.seeds = max(0, lot.seeds - test.sown)
        try await stores.lots.put(lot)
        return lot
    }

    package func withdraw(_ seeds: Int, from id: Int) async throws -> Lot {
        var lot = try await find(id)
        let reserve = try await stores.species.get(lot.species)?.reserve ?? 0
        guard seeds > 0, lot.seeds - seeds >= reserve else { throw VaultError.reserve(reserve) }
        lot.seeds -= seeds
        try await stores.lots.put(lot)
        return lot
    }
}

package struct DonorCurator: Sendable {
    let stores: Stores

    package func list() async throws -> [Donor] { try await stores.donors.all() }
    package func create(_ new: NewDonor) async throws -> Donor { try await stores.donors.add(new) }

    package func find(_ id: Int) async throws -> Donor {
        guard let found = try await stores.donors.get(id) else { throw VaultError.missing("donor", id) }
        return found
    }
}

/// Everybody who looks after something.
package struct Curators: Sendable {
    package let species: SpeciesCurator
    package let lots: LotCurator
    package let donors: DonorCurator

    package init(stores: Stores) {
        species = SpeciesCurator(stores: stores)
        lots = LotCurator(stores: stores)
        donors = DonorCurator(stores: stores)
    }
}
