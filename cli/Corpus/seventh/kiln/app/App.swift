import Fledge

/// The studio's app; the tests call it too.
func makeApp(_ services: Services, environment: Environment = Environment(mode: .test)) -> App {
    let app = App(environment: environment)
    app.use(RequestID(), RequestLog(), SecurityHeaders())
    app.health()
    FileRoutes.mount(on: app, services: services)
    return app
}
