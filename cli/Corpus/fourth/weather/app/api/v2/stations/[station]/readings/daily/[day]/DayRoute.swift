import Fledge
import WeatherServices

@Route struct DayRoute {
    let stations: StationService

    /// Extremes and rain of one day; what has passed never changes, so it may be kept for ever.
    func GET(station: String, day: Int) async throws -> Response {
        let summary = try await stations.summary(of: station, day: day)
        return Response.json(summary)
            .header(.cacheControl, summary.isComplete ? "max-age=31536000" : "no-cache")
    }
}
