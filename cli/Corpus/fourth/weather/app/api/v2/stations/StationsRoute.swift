import Fledge
import WeatherServices

@Route struct StationsRoute {
    let stations: StationService

    func GET(near: String?) async throws -> [Station] {
        guard let near else { return try await stations.all() }
        guard let point = Point(near) else {
            throw Problem(.badRequest, "'near' must be a latitude and a longitude: 47.4,8.5.")
        }
        return try await stations.nearest(to: point, count: 3)
    }
}

extension Point {
    /// "47.4,8.5": no rule of a field says two numbers in one text.
    init?(_ text: String) {
        let parts = text.split(separator: ",").compactMap { Double($0) }
        guard parts.count == 2 else { return nil }
        self.init(latitude: parts[0], longitude: parts[1])
    }
}
