import Fledge

@Route struct MeterRoute {
    let meters: Meters

    func GET(id: Int) async throws -> Meter {
        try await meters.get(id)
    }

    func PATCH(id: Int, body: MeterPatch) async throws -> Meter {
        try await meters.patch(id, body)
    }
}
