import Fledge
#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

@Schema struct Neighbour: Sendable {
    let vehicle: Int
    let metres: Int
}

@Route struct NearestRoute {
    let fleet: FleetService

    /// The vehicles around a place.
    func GET(latitude: Double, longitude: Double, count: Int = 3) async throws -> [Neighbour] {
        var found: [Neighbour] = []
        for fix in try await fleet.lastFixes() {
            let phi1 = latitude * .pi / 180
            let phi2 = fix.latitude * .pi / 180
            let deltaPhi = phi2 - phi1
            let deltaLambda = (fix.longitude - longitude) * .pi / 180
            let s1 = sin(deltaPhi / 2)
            let s2 = sin(deltaLambda / 2)
            let h = s1 * s1 + cos(phi1) * cos(phi2) * s2 * s2
            let angle = 2 * atan2(h.squareRoot(), (1 - h).squareRoot())
            found.append(Neighbour(vehicle: fix.vehicle, metres: Int((6_371_000 * angle).rounded())))
        }
        return Array(found.sorted { $0.metres < $1.metres }.prefix(count))
    }
}
