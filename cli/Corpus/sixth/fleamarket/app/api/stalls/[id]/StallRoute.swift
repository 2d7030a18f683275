import Fledge

@Route struct StallRoute {
    let stalls: StallService

    func GET(id: Int) async throws -> Stall { try await stalls.find(id) }
}
