import Fledge

@Route struct MonthRoute {
    let events: Events

    /// All of the next thirty days.
    func GET(from: Int) async throws -> Response {
        var rows = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//RSVP//EN"]
        for entry in try await events.list(after: from) where entry.start < from + 43_200 {
            let name = entry.title.replacing("\\", with: "\\\\").replacing(",", with: "\\,").replacing(";", with: "\\;")
            let h = entry.start / 60 % 24
            let m = entry.start % 60
            let time = "\(entry.start / 1440)T" + (h < 10 ? "0" : "") + "\(h)" + (m < 10 ? "0" : "") + "\(m)00"
            rows += ["BEGIN:VEVENT", "UID:\(entry.id)@rsvp.example", "SUMMARY:\(name)"]
            rows += ["DTSTART:\(time)Z", "END:VEVENT"]
        }
        rows.append("END:VCALENDAR")
        var answer = Response(.ok, body: "\(rows.joined(separator: "\r\n"))")
        answer.headers[.contentType] = "text/calendar; charset=utf-8"
        return answer
    }
}
