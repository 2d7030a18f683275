package struct Observations: Sendable {
    let stations: [Station]
    let readings: [String: [Reading]]

    package init(stations: [Station], readings: [String: [Reading]]) {
        self.stations = stations
        self.readings = readings
    }

    package static let sample = Observations(
        stations: [
            Station(id: "bern", latitude: 46.9, longitude: 7.4),
            Station(id: "chur", latitude: 46.8, longitude: 9.5),
        ],
        readings: [
            "bern": [
                Reading(time: 86_400, celsius: 4, millimetres: 0.2),
                Reading(time: 90_000, celsius: 9.5, millimetres: 0),
            ]
        ])
}

package struct Services: Sendable {
    package let stations: StationService

    package init(readings: Observations) { stations = StationService(observations: readings) }
}

package struct StationService: Sendable {
    let observations: Observations

    package init(observations: Observations) { self.observations = observations }

    package func all() async throws -> [Station] { observations.stations }

    package func nearest(to point: Point, count: Int) async throws -> [Station] {
        let sorted = observations.stations.sorted { squared($0, point) < squared($1, point) }
        return Array(sorted.prefix(count))
    }

    package func readings(at station: String) async throws -> [Reading] {
        guard observations.stations.contains(where: { $0.id == station }) else {
            throw WeatherError.unknownStation(station)
        }
        return observations.readings[station] ?? []
    }

    package func summary(of station: String, day: Int) async throws -> DaySummary {
        let readings = try await readings(at: station).filter { $0.time / 86_400 == day }
        guard let low = readings.map(\.celsius).min(), let high = readings.map(\.celsius).max()
        else { throw WeatherError.noData }
        return DaySummary(
            low: low, high: high, rain: readings.reduce(0) { $0 + $1.millimetres },
            isComplete: readings.count >= 24)
    }

    /// Good enough to compare: the world is flat between two stations.
    private func squared(_ station: Station, _ point: Point) -> Double {
        let north = station.latitude - point.latitude
        let east = station.longitude - point.longitude
        return north * north + east * east
    }
}
