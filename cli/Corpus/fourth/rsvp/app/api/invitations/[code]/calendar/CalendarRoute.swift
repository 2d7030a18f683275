import Fledge
import RsvpServices

@Route struct CalendarRoute {
    let guests: GuestService

    /// The event for the guest's calendar.
    func GET(code: String) async throws -> Fledge.Response {
        let event = try await guests.event(of: code)
        let lines = [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//rsvp//EN", "BEGIN:VEVENT",
            "UID:\(code)@rsvp.example", "DTSTART:\(event.start.icalendar)",
            "SUMMARY:\(event.title)", "END:VEVENT", "END:VCALENDAR",
        ]
        return Fledge.Response(
            headers: [
                .contentType: "text/calendar; charset=utf-8",
                .contentDisposition: "attachment; filename=\"\(code).ics\"",
            ],
            body: Body(lines.joined(separator: "\r\n") + "\r\n"))
    }
}
