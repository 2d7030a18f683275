import FledgeSchema

@Schema public struct Item: Hashable, Sendable {
    public let sku: String
    public let name: String
    public var cents: Int

    public init(sku: String, name: String, cents: Int) {
        self.sku = sku
        self.name = name
        self.cents = cents
    }
}

public enum CatalogError: Error, Equatable {
    case noStore(String)
    case noItem(String)
    case priceUnchanged
}

public protocol CatalogStore: Sendable {
    func items(in store: String) async throws -> [Item]?
    func save(_ item: Item, in store: String) async throws
}

public actor InMemoryCatalog: CatalogStore {
    private var stores: [String: [Item]]

    public init(_ stores: [String: [Item]]) { self.stores = stores }

    public static var sample: InMemoryCatalog {
        InMemoryCatalog(["bern": [Item(sku: "pen", name: "Pen", cents: 205), Item(sku: "ink", name: "Ink", cents: 990)]])
    }

    public func items(in store: String) -> [Item]? { stores[store] }

    public func save(_ item: Item, in store: String) {
        stores[store] = stores[store]?.map { $0.sku == item.sku ? item : $0 }
    }
}
