import FledgeSchema

@Schema struct Part: Hashable, Sendable {
    let id: Int
    var name: String
    var cents: Int
    var stock: Int
    var minimum: Int
}

@Schema struct NewPart: Sendable {
    var name: String
    @Field(.range(1...1_000_000)) var cents: Int
    @Field(.range(0...100_000)) var stock: Int = 0
    @Field(.range(0...1000)) var minimum: Int = 0
}

enum InventoryError: Error, Equatable { case soldOut(Int) }

struct InventoryService: Sendable {
    let store: PartStore

    func list(limit: Int) async throws -> [Part] { Array(try await store.all().prefix(limit)) }
    func find(_ id: Int) async throws -> Part? { try await store.find(id) }
    func add(_ new: NewPart) async throws -> Part { try await store.add(new) }

    func low() async throws -> [Part] { try await store.all().filter { $0.stock < $0.minimum } }

    func take(_ quantity: Int, of id: Int) async throws {
        guard try await store.take(quantity, of: id) else { throw InventoryError.soldOut(id) }
    }
}
