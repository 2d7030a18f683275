/// What a tailor should see.
package struct RepairService: Sendable {
    let store: CostumeStore

    package init(store: CostumeStore) { self.store = store }

    package func collect() async throws {
        let rentals = await store.rentals
        for costume in await store.costumes {
            let times = rentals.count { $0.costume == costume.id && $0.returned != nil }
            let wear = times * (costume.era == "baroque" ? 3 : 1)
            if wear > costume.wear { await store.wear(costume.id, to: wear >= 12 ? 0 : wear) }
        }
    }
}
