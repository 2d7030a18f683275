import Fledge

struct Services: Sendable {
    let petitions: PetitionService

    init(mailer: any Mailer) { petitions = PetitionService(mailer: mailer) }

    init(environment: Environment) { self.init(mailer: OutboxMailer()) }
}

func makeApp(_ services: Services) -> App {
    let app = App(mode: .test)
    app.use(RequestID(), RequestLog(), SecurityHeaders())
    FileRoutes.mount(on: app, services: services)
    return app
}
