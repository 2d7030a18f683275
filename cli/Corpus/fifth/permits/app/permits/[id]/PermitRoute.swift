import Fledge

@Route struct PermitRoute {
    let permits: PermitService

    func GET(id: Int) async throws -> Permit { try await permits.find(id) }
}
