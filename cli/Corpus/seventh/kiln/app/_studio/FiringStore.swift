/// Keeps firings for as long as the program runs.
actor FiringStore {
    private var firings: [Int: Firing] = [:]

    func add(_ new: NewFiring) -> Firing {
        let firing = Firing(
            id: firings.count + 1, kiln: new.kiln, peak: new.peak, loads: new.loads,
            unloads: new.unloads)
        firings[firing.id] = firing
        return firing
    }

    func find(_ id: Int) -> Firing? { firings[id] }

    func of(_ kiln: String) -> [Firing] { all().filter { $0.kiln == kiln } }

    func all() -> [Firing] { firings.values.sorted { $0.id < $1.id } }

    func save(_ firing: Firing) { firings[firing.id] = firing }
}
