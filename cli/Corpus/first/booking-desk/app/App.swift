import BookingDeskServices
import Fledge

func makeApp(services: Services, environment: Environment) -> App {
    let app = App(environment: environment)
    app.use(RequestID(), RequestLog())
    app.health()
    FileRoutes.mount(on: app, services: services)
    return app
}

extension BookingError: ProblemConvertible {
    package var problem: Problem {
        switch self {
        case .notFound(let id): Problem(.notFound, "There is no booking \(id).", code: "not_found")
        case .roomTaken(let room):
            Problem(.conflict, "Room \(room) is taken at that time.", code: "room_taken")
        case .tooLate: Problem(.conflict, "It has begun already.", code: "too_late")
        }
    }
}
