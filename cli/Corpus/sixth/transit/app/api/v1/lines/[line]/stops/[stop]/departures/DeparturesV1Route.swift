import Fledge
import Timetable

/// The first version: texts only, as the displays at the stops read them.
@Route struct DeparturesV1Route {
    let departures: DepartureService

    func GET(line: String, stop: String) async throws -> [String] {
        try await departures.departures(of: line, at: stop).map { departure in
            let time = clock(departure.planned)
            if departure.cancelled { return "\(time) \(line) cancelled" }
            return departure.delay == 0 ? "\(time) \(line)" : "\(time) \(line) +\(departure.delay)"
        }
    }
}
