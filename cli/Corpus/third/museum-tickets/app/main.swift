import Fledge

await serve {
    let environment = try Environment.load()
    return museum(try await Services(environment: environment), environment)
}

func museum(_ services: Services, _ environment: Environment = Environment(mode: .test)) -> App {
    let app = App(environment: environment)
    app.use(RequestID(), RequestLog(), SecurityHeaders())
    FileRoutes.mount(on: app, services: services)
    return app
}
