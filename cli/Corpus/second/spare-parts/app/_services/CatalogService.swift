import FledgeSchema

@Schema struct Part: Hashable, Sendable {
    let sku: String
    let name: String
    let machine: String
    let cents: Int
}

@Schema struct NewPart: Sendable {
    var sku: String
    @Field(.length(1...80)) var name: String
    @Field(.length(1...40)) var machine: String
    @Field(.range(1...10_000_000)) var cents: Int
}

struct CatalogService: Sendable {
    let store: PartStore

    func list(for machine: String?) async throws -> [Part] {
        try await store.all().filter { machine == nil || $0.machine == machine }
    }

    func find(_ sku: String) async throws -> Part? { try await store.find([sku]).first }

    /// Prices end in 0 or 5.
    func add(_ new: NewPart) async throws -> Part {
        let part = Part(sku: new.sku, name: new.name, machine: new.machine, cents: roundedToFive(new.cents))
        try await store.add(part)
        return part
    }
}
