package protocol StayStore: Sendable {
    func pitch(_ id: Int) async throws -> Pitch?
    func stays(on pitch: Int) async throws -> [Stay]
    func add(_ new: NewStay) async throws -> Stay
    func find(_ id: Int) async throws -> Stay?
    func setState(_ state: Stay.State, of id: Int) async throws
    func list(after id: Int, limit: Int) async throws -> [Stay]
}

/// Stays in memory, for tests.
package actor InMemoryStayStore: StayStore {
    private let pitches: [Int: Pitch]
    private var stays: [Int: Stay] = [:]

    package init(pitches: [Pitch]) {
        self.pitches = Dictionary(uniqueKeysWithValues: pitches.map { ($0.id, $0) })
    }

    package func pitch(_ id: Int) -> Pitch? { pitches[id] }
    package func stays(on pitch: Int) -> [Stay] { stays.values.filter { $0.pitch == pitch } }
    package func find(_ id: Int) -> Stay? { stays[id] }
    package func setState(_ state: Stay.State, of id: Int) { stays[id]?.state = state }

    package func add(_ new: NewStay) -> Stay {
        let stay = Stay(
            id: stays.count + 1, pitch: new.pitch, guest: new.guest, from: new.from,
            until: new.until)
        stays[stay.id] = stay
        return stay
    }

    package func list(after id: Int, limit: Int) -> [Stay] {
        Array(stays.values.filter { $0.id > id }.sorted { $0.id < $1.id }.prefix(limit))
    }
}
