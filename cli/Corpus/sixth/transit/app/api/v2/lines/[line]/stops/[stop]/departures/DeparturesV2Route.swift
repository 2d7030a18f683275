import Fledge
import Timetable

@Schema struct DepartureV2: Equatable {
    let planned: String
    let expected: String?
    let status: String
}

/// The second: members, or iCalendar and text for who prefers them.
@Route struct DeparturesV2Route {
    let departures: DepartureService

    func GET(line: String, stop: String, accept: Header<String>?) async throws -> Response {
        let found = try await departures.departures(of: line, at: stop)
        let kinds = (accept?.value ?? "application/json").split(separator: ",").map { kind in
            kind.split(separator: ";")[0].trimmingPrefix(while: \.isWhitespace)
        }
        for kind in kinds {
            switch kind {
            case "application/json", "*/*":
                return Response.json(found.map(view))
            case "text/plain":
                let lines = found.map { "\(clock($0.planned)) \($0.line) to all stops" }
                return Response.text(lines.joined(separator: "\n"))
            case "text/calendar":
                let events = found.map { "BEGIN:VEVENT\r\nSUMMARY:\($0.line)\r\nEND:VEVENT\r\n" }
                return Response.text("BEGIN:VCALENDAR\r\n\(events.joined())END:VCALENDAR\r\n")
                    .header("Content-Type", "text/calendar")
            default:
                continue
            }
        }
        throw Problem(.notAcceptable, "JSON, text or a calendar.")
    }

    private func view(_ departure: Departure) -> DepartureV2 {
        DepartureV2(
            planned: clock(departure.planned),
            expected: departure.expected.map(clock), status: departure.punctuality.rawValue)
    }
}
