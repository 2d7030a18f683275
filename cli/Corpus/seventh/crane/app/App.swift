import CraneServices
import Fledge

func makeApp(_ services: Services, environment: Environment = Environment(mode: .test)) -> App {
    let app = App(environment: environment)
    app.use(RequestID(), RequestLog())
    FileRoutes.mount(on: app, services: services)
    return app
}
