import Deeds
import Fledge

func makeApp(deeds: DeedService, settings: NotarySettings) -> App {
    let app = App()
    app.use(RequestID(), RequestLog(), SecurityHeaders())
    app.use("/deeds", DeedController(deeds: deeds, uploads: settings.uploads))
    app.use("/hooks/bank", BankController(deeds: deeds, secret: settings.bankSecret))
    app.use("/cron", CronController(deeds: deeds, secret: settings.cronSecret))
    return app
}

extension DeedError: @retroactive ProblemConvertible {
    public var problem: Problem {
        switch self {
        case .unknown(let id): Problem(.notFound, "There is no deed \(id).")
        case .wrongState(let state): Problem(.conflict, "It is \(state.rawValue).", code: "state")
        }
    }
}
