import Fledge
import HarborServices

func makeApp(services: Services, environment: Environment) -> App {
    let app = App(environment: environment)
    app.use(RequestID(), RequestLog(), SecurityHeaders())
    app.health()
    FileRoutes.mount(on: app, services: services)
    return app
}
