import Fledge

@Settings struct BotSettings {
    var hookSecret: Secret
    @Variable("BOT_DB") var database: String = "bot.sqlite"
}

struct Services: Sendable {
    let store: BuildStore
    let builds: BuildService
    let hooks: HookService
    let notify = NotifyService(mailer: ConsoleMailer())
    let audit = AuditService()

    init(store: BuildStore, secret: Secret) {
        self.store = store
        builds = BuildService(store: store)
        hooks = HookService(secret: secret, builds: BuildService(store: store))
    }
}

func makeApp(_ services: Services) -> App {
    let app = App(mode: .test)
    app.use(RequestID(), RequestLog())
    hookRoutes(app, hooks: services.hooks, audit: services.audit)
    buildRoutes(app, services)
    return app
}
