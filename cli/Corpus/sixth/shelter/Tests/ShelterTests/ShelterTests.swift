import FledgeTesting
import Testing

@testable import Animals
@testable import Shelter

@Suite struct ShelterTests {
    private let rex = Animal(
        id: 1, name: "Rex", species: .dog, ageInMonths: 100, needsGarden: true,
        toleratesChildren: false, adoptedBy: nil)
    private let home = Household(
        id: 7, name: "Lind", garden: true, children: 0, hoursAlone: 2, otherAnimals: [])

    private func withClient(_ body: (TestClient) async throws -> Void) async throws {
        let store = AnimalStore(animals: [rex], households: [home])
        try await makeApp(store: store).test { try await body($0) }
    }

    @Test func `animals are listed, shown and matched`() async throws {
        try await withClient { client in
            #expect(try await client.get("/animals?species=cat").json([Animal].self).isEmpty)
            #expect(try await client.get("/animals/1").json(Animal.self) == rex)
            #expect(try await client.get("/animals/for/7").json([Animal].self) == [rex])
        }
    }

    @Test func `an old dog costs half, and has one home`() async throws {
        try await withClient { client in
            let adoption = Adoption(animal: 1, household: 7)
            let receipt = try await client.post("/adoptions", json: adoption).json(Receipt.self)
            #expect(receipt.fee == 160)
            try await client.post("/adoptions", json: adoption)
                .expectProblem(.conflict, code: "adopted")
        }
    }

    @Test func `a household with everything wrong hears of it`() async throws {
        try await withClient { client in
            let wrong = Household(
                id: 8, name: "", garden: false, children: 0, hoursAlone: 30,
                otherAnimals: [.cat, .cat])
            try await client.post("/households", json: wrong)
                .expectProblem(.unprocessableContent, pointer: "/hoursAlone", code: "range")
        }
    }
}
