package struct CostumeService: Sendable {
    let store: CostumeStore

    package init(store: CostumeStore) { self.store = store }

    package func all() async -> [Costume] { await store.costumes }

    package func find(_ id: Int) async -> Costume? { await store.costumes.first { $0.id == id } }

    package func add(_ new: NewCostume) async -> Costume {
        let costume = Costume(
            id: await store.costumes.count + 1, name: new.name, era: new.era, sizes: new.sizes,
            value: new.value)
        await store.append(costume)
        return costume
    }
}
