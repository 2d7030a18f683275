/// Where nobody flies: boxes of degrees.
package struct ZoneMap: Sendable {
    package struct Zone: Sendable {
        var name: String
        var latitudes: ClosedRange<Double>
        var longitudes: ClosedRange<Double>
    }

    private let zones: [Zone]

    package static let national = ZoneMap(zones: [
        Zone(name: "airport", latitudes: 47.43...47.49, longitudes: 8.52...8.59),
        Zone(name: "palace", latitudes: 46.94...46.95, longitudes: 7.44...7.45),
    ])

    func zone(_ latitude: Double, _ longitude: Double) -> String? {
        zones.first { $0.latitudes ~= latitude && $0.longitudes ~= longitude }?.name
    }
}
