import Fledge
#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

@Route struct DistanceRoute {
    let fleet: FleetService

    /// How far a vehicle went, in metres.
    func GET(id: Int, from: Int = 0, to: Int = .max) async throws -> [String: Int] {
        let track = try await fleet.track(of: id, from: from, to: to)
        var metres = 0.0
        for (start, end) in zip(track, track.dropFirst()) {
            let lat1 = start.latitude * .pi / 180
            let lat2 = end.latitude * .pi / 180
            let dLat = lat2 - lat1
            let dLon = (end.longitude - start.longitude) * .pi / 180
            let sinLat = sin(dLat / 2)
            let sinLon = sin(dLon / 2)
            let a = sinLat * sinLat + cos(lat1) * cos(lat2) * sinLon * sinLon
            let c = 2 * atan2(a.squareRoot(), (1 - a).squareRoot())
            metres += 6_371_000 * c
        }
        return ["metres": Int(metres.rounded())]
    }
}
