import PianoCore

struct Services: Sendable {
    let pianos: PianoService
    let visits: VisitService

    init(calendar: any VisitCalendar) {
        pianos = PianoService()
        visits = VisitService(pianos: pianos, calendar: calendar)
    }
}
