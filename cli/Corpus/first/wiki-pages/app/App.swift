import Fledge

struct Services: Sendable {
    let pages: PageService
}

func makeApp(services: Services) -> App {
    let app = App()
    app.use(RequestID(), SecurityHeaders())
    FileRoutes.mount(on: app, services: services)
    return app
}
