import Fledge

public struct RunnerService: Sendable {
    let store: any RaceStore

    public init(store: any RaceStore) { self.store = store }

    public func register(
        name: String, born: Int, club: String?, wave: String
    ) async throws -> Runner {
        try await store.add(name: name, born: born, club: club, wave: wave)
    }

    public func find(_ id: Int) async throws -> Runner {
        guard let runner = try await store.runner(id) else {
            throw Problem(.notFound, "Nobody wears the number \(id).", code: "no_runner")
        }
        return runner
    }
}
