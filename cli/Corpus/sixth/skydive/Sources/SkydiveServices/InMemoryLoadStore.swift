package actor InMemoryLoadStore: LoadStore {
    private var loads: [Load] = []

    package init() {}

    package func all() -> [Load] { loads }

    package func find(_ id: Int) -> Load? { loads.first { $0.id == id } }

    package func add(aircraft: String, seats: Int) -> Load {
        let load = Load(id: loads.count + 1, aircraft: aircraft, seats: seats)
        loads.append(load)
        return load
    }

    package func save(_ load: Load) {
        loads = loads.map { $0.id == load.id ? load : $0 }
    }
}
