import Fledge

@Route struct StreetRoute {
    let meters: Meters

    func GET(name: String) async throws -> StreetList {
        StreetList(name, try await meters.inStreet(name))
    }
}
