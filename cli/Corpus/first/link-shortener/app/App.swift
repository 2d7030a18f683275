import Fledge

struct Services: Sendable {
    var links: LinkService
    var flags = Flags()
}

struct Flags: Sendable {
    /// Shows a page before the redirect, for links that were reported.
    var interstitial = false
}

func makeApp(services: Services, _ environment: Environment) -> App {
    let app = App(environment: environment)
    app.use(RequestID(), RequestLog(), SecurityHeaders())
    FileRoutes.mount(on: app, services: services)
    return app
}
