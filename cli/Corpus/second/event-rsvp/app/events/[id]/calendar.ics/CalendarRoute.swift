import Fledge

@Route struct CalendarRoute {
    let events: Events

    /// One event for a calendar.
    func GET(id: Int) async throws -> Response {
        let event = try await events.find(id)
        var lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//RSVP//EN"]
        let escaped = event.title.replacing("\\", with: "\\\\").replacing(",", with: "\\,").replacing(";", with: "\\;")
        let hour = event.start / 60 % 24
        let minute = event.start % 60
        let stamp = "\(event.start / 1440)T" + (hour < 10 ? "0" : "") + "\(hour)" + (minute < 10 ? "0" : "") + "\(minute)00"
        lines += ["BEGIN:VEVENT", "UID:\(event.id)@rsvp.example", "SUMMARY:\(escaped)"]
        lines += ["DTSTART:\(stamp)Z", "END:VEVENT"]
        lines.append("END:VCALENDAR")
        var response = Response(.ok, body: "\(lines.joined(separator: "\r\n"))")
        response.headers[.contentType] = "text/calendar; charset=utf-8"
        return response
    }
}
