public struct HouseholdService: Sendable {
    let store: AnimalStore

    public init(store: AnimalStore) { self.store = store }

    public func find(_ id: Int) async throws -> Household {
        guard let household = await store.households[id] else {
            throw ShelterError.noHousehold(id)
        }
        return household
    }

    public func add(_ household: Household) async { await store.add(household) }
}
