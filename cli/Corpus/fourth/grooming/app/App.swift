import Fledge
import FledgeData
import Foundation

struct Services: Sendable {
    let database: Database
    let calendar: CalendarService
    let people: PeopleService

    init(database: Database, now: @escaping @Sendable () -> Date = { Date() }) {
        self.database = database
        calendar = CalendarService(store: AppointmentStore(database: database), now: now)
        people = PeopleService(database: database)
    }
}

func makeApp(_ services: Services) -> App {
    let app = App(mode: .test)
    app.use(RequestID(), RequestLog())
    app.health { try await services.database.ping() }
    appointmentRoutes(app, services)
    ownerRoutes(app, services)
    return app
}
