import Fledge

@Route struct TotalsRoute {
    let harvests: HarvestService

    func GET() async throws -> [String: Int] { try await harvests.total() }
}
