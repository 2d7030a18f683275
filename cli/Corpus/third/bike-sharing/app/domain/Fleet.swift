actor Fleet {
    private var bikes: [Int: Bike]

    init(bikes: [Bike] = []) {
        self.bikes = Dictionary(bikes.map { ($0.id, $0) }) { first, _ in first }
    }

    func all() -> [Bike] { bikes.values.sorted { $0.id < $1.id } }
    func bike(_ id: Int) -> Bike? { bikes[id] }

    func put(_ id: Int, _ state: BikeState) -> Bike {
        let bike = Bike(id: id, dock: state.dock, battery: state.battery)
        bikes[id] = bike
        return bike
    }

    func retire(_ id: Int) throws {
        guard let bike = bikes[id] else { throw BikeError.noBike(id) }
        guard bike.dock != nil else { throw BikeError.inUse(id) }
        bikes[id] = nil
    }

    func undock(_ id: Int) throws {
        guard var bike = bikes[id] else { throw BikeError.noBike(id) }
        guard bike.dock != nil, bike.battery >= 15 else { throw BikeError.notRideable(id) }
        bike.dock = nil
        bikes[id] = bike
    }

    func dock(_ id: Int, at dock: String) { bikes[id]?.dock = dock }
    func heard(from id: Int, battery: Int) { bikes[id]?.battery = battery }
}
