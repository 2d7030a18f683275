import Fledge

await serve {
    let environment = try Environment.load()
    let app = App(environment: environment)
    app.use(RequestID(), RequestLog())
    FileRoutes.mount(on: app, services: try await Services(environment: environment))
    app.health()
    return app
}
