import Fledge
import FledgeDataTesting
import FledgeTesting
import Testing
import VaultSQL

@testable import SeedBank
@testable import Vault

@Suite(.database(migrations: "migrations")) struct SeedBankTests {
    private func curators() throws -> Curators { Curators(stores: .sql(try TestDatabase.current)) }

    @Test(arguments: [("species", "Rosa canina"), ("donors", "Kew")])
    func `what is added is there`(kind: String, name: String) async throws {
        try await seedBank(curators()).test { client in
            let base = "/v1/\(kind)"
            let made = try await client.post(base, json: ["name": .string(name)]).expect(.created)
            try await client.get(made.headers["Location"] ?? "").expect(.ok)
            try await client.get(base).expect(.ok)
        }
    }

    @Test func `a lot is tested and given away, but for a reserve`() async throws {
        let curators = try curators()
        let rose = try await curators.species.create(NewSpecies(name: "Rosa canina", reserve: 50))
        let kew = try await curators.donors.create(NewDonor(name: "Kew"))
        let lots = LotResource(curator: curators.lots)
        let lot = try await lots.create(body: NewLot(species: rose.id, donor: kew.id, seeds: 100)).value
        #expect(try await lots.test(id: lot.id, body: Germination(sown: 40, up: 30)).viability == 75)
        #expect(try await lots.withdraw(id: lot.id, seeds: 10).seeds == 50)
        await #expect(throws: VaultError.reserve(50)) { try await lots.withdraw(id: lot.id, seeds: 1) }
        #expect(try await lots.list(query: LotQuery(viability: 80)).isEmpty)
        #expect(try await lots.show(id: lot.id, ifNoneMatch: nil).status == .ok)
        let species = SpeciesResource(curator: curators.species)
        await #expect(throws: VaultError.inUse) { try await species.remove(id: rose.id) }
    }

    @Test func `nothing comes of nobody`() async throws {
        let curators = try curators()
        await #expect(throws: VaultError.missing("species", 4)) {
            try await curators.lots.create(NewLot(species: 4, donor: 1, seeds: 1))
        }
        await #expect(throws: VaultError.missing("donor", 4)) { try await curators.donors.find(4) }
    }
}
