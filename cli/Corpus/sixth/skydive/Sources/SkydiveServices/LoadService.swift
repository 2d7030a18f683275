package protocol LoadStore: Sendable {
    func all() async throws -> [Load]
    func find(_ id: Int) async throws -> Load?
    func add(aircraft: String, seats: Int) async throws -> Load
    func save(_ load: Load) async throws
}

/// The rules of the manifest.
package struct LoadService: Sendable {
    /// What the aircraft lifts, pilots not counted.
    package static let kilos = 1_200

    private let store: any LoadStore

    package init(store: any LoadStore) { self.store = store }

    package func open() async throws -> [Load] {
        try await store.all().filter { $0.state == .open }
    }

    package func find(_ id: Int) async throws -> Load {
        guard let load = try await store.find(id) else { throw JumpError.noLoad(id) }
        return load
    }

    package func plan(aircraft: String, seats: Int) async throws -> Load {
        try await store.add(aircraft: aircraft, seats: seats)
    }

    /// Puts a jumper on a load; the experienced leave last.
    package func board(_ jumper: Jumper, on id: Int) async throws -> Load {
        var load = try await find(id)
        guard load.state == .open else { throw JumpError.closed(id) }
        guard load.free > 0 else { throw JumpError.full(id) }
        guard load.jumpers.reduce(jumper.kilos, { $0 + $1.kilos }) <= Self.kilos else {
            throw JumpError.tooHeavy(limit: Self.kilos)
        }
        load.jumpers.append(jumper)
        load.jumpers.sort { $0.jumps < $1.jumps }
        try await store.save(load)
        return load
    }

    package func close(_ id: Int) async throws -> Load {
        var load = try await find(id)
        load.state = .closed
        try await store.save(load)
        return load
    }
}
