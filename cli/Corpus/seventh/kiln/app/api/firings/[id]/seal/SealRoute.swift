import Fledge

@Route struct SealRoute {
    let firings: FiringService

    func POST(id: Int) async throws -> Firing { try await firings.seal(id) }
}
