import Fledge
import ObservatoryServices

func makeApp(services: Services, environment: Environment) -> App {
    let app = App(environment: environment)
    app.use(RequestID(), RequestLog())
    FileRoutes.mount(on: app, services: services)
    return app
}

extension ProposalError: ProblemConvertible {
    package var problem: Problem {
        switch self {
        case .unknown(let id): Problem(.notFound, "There is no proposal \(id).")
        case .closed: Problem(.conflict, "The call is closed.", code: "closed")
        case .gradedEnough: Problem(.conflict, "Three grades are enough.", code: "graded")
        }
    }
}
