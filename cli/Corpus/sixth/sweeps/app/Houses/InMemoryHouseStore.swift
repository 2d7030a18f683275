actor InMemoryHouseStore: HouseStore {
    private var houses: [Int: House] = [:]

    func add(_ new: NewHouse) -> House {
        let house = House(
            id: houses.count + 1, street: new.street, district: new.district, fuel: new.fuel,
            lastSwept: new.lastSwept, sealed: false)
        houses[house.id] = house
        return house
    }

    func find(_ id: Int) -> House? { houses[id] }

    func all() -> [House] { houses.values.sorted { $0.id < $1.id } }

    func save(_ house: House) { houses[house.id] = house }
}
