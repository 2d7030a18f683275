/// Whether a vehicle is where it may be.
struct GeofenceService: Sendable {
    var corners: [(latitude: Double, longitude: Double)] = []

    func contains(_ position: Position) -> Bool {
        var inside = false
        for (a, b) in zip(corners, corners.dropFirst() + corners.prefix(1)) {
            let crosses = (a.latitude > position.latitude) != (b.latitude > position.latitude)
            let slope = (b.longitude - a.longitude) / (b.latitude - a.latitude)
            if crosses && position.longitude < a.longitude + slope * (position.latitude - a.latitude) { inside.toggle() }
        }
        return inside
    }
}
