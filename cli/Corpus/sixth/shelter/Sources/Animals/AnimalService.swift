public actor AnimalStore {
    var animals: [Int: Animal]
    var households: [Int: Household]

    public init(animals: [Animal], households: [Household]) {
        self.animals = Dictionary(uniqueKeysWithValues: animals.map { ($0.id, $0) })
        self.households = Dictionary(uniqueKeysWithValues: households.map { ($0.id, $0) })
    }

    func set(_ animal: Animal) { animals[animal.id] = animal }
    func add(_ household: Household) { households[household.id] = household }
}

public struct AnimalService: Sendable {
    let store: AnimalStore

    public init(store: AnimalStore) { self.store = store }

    public func find(_ id: Int) async throws -> Animal {
        guard let animal = await store.animals[id] else { throw ShelterError.noAnimal(id) }
        return animal
    }

    public func waiting() async -> [Animal] {
        await store.animals.values.filter { $0.adoptedBy == nil }.sorted { $0.id < $1.id }
    }

    public func adopt(_ id: Int, by household: Household) async throws -> Animal {
        var animal = try await find(id)
        guard animal.adoptedBy == nil else { throw ShelterError.adopted(id) }
        animal.adoptedBy = household.id
        await store.set(animal)
        return animal
    }
}
