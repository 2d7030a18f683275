import Fledge
import WeatherServices

@Route struct ReadingsRoute {
    let stations: StationService

    /// As JSON, or as CSV for those who say so.
    func GET(station: String, accept: Header<String>?) async throws -> Response {
        let readings = try await stations.readings(at: station)
        guard Accept(accept?.value).best(of: [.json, .csv]) == .csv else {
            return .json(readings)
        }
        let lines = readings.map { "\($0.time),\($0.celsius),\($0.millimetres)" }
        return Response(
            headers: [.contentType: "text/csv; charset=utf-8", .vary: "Accept"],
            body: Body((["time,celsius,millimetres"] + lines).joined(separator: "\r\n")))
    }
}
