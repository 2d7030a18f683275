public actor InMemoryRaceStore: RaceStore {
    private var runners: [Runner] = []
    private var all: [Split] = []

    public init() {}

    public func add(name: String, born: Int, club: String?, wave: String) -> Runner {
        let runner = Runner(id: runners.count + 1, name: name, born: born, club: club, wave: wave)
        runners.append(runner)
        return runner
    }

    public func runner(_ id: Int) -> Runner? { runners.first { $0.id == id } }

    public func record(_ split: Split) { all.append(split) }

    public func splits(of runner: Int) -> [Split] { all.filter { $0.runner == runner } }
}
