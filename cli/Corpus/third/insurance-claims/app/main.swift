import ClaimsCore
import Fledge

await serve {
    let env = try Environment.load()
    return claimsApp(Services(files: MemoryClaimFiles(), fraudSecret: env["FRAUD_SECRET"]), env)
}

func claimsApp(_ services: Services, _ env: Environment = Environment(mode: .test)) -> App {
    let app = App(environment: env)
    app.use(RequestID(), RequestLog(), SecurityHeaders())
    FileRoutes.mount(on: app, services: services)
    return app
}
