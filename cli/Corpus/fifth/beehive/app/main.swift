import Fledge

await serve {
    let environment = try Environment.load()
    let services = try await Services(environment: environment)
    let app = App(environment: environment)
    app.use(RequestID(), RequestLog())
    FileRoutes.mount(on: app, services: services)
    app.addServices(
        FeedingNotes(feeding: FeedingService(hives: services.hives), path: "data/sugar.txt"))
    return app
}
