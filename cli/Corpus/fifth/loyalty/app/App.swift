import Fledge
import LoyaltyServices

func makeApp(services: Services, environment: Environment) -> App {
    let app = App(environment: environment)
    app.use(RequestID(), RequestLog())
    FileRoutes.mount(on: app, services: services)
    return app
}

extension LoyaltyError: ProblemConvertible {
    package var problem: Problem { Problem(status, "\(self)") }
}
