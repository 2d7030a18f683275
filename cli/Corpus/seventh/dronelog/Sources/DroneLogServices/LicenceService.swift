/// Points for flying above 120 m; with twelve of them a licence is suspended.
package struct LicenceService: Sendable {
    let store: any FlightStore

    package func licence(of pilot: String) async throws -> Licence {
        let points = try await store.list(of: pilot)
            .compactMap(\.top)
            .reduce(0) { $0 + ($1 > 300 ? 8 : $1 > 120 ? 3 : 0) }
        return Licence(pilot: pilot, points: points, suspended: points >= 12)
    }
}
