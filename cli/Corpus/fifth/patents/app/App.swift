import Fledge

func makeApp(docket: Docket, environment: Environment) -> App {
    let app = App(environment: environment)
    app.use(RequestID(), RequestLog())
    app.use(
        "/patents",
        PatentController(
            patents: PatentService(docket: docket), exports: ExportService(docket: docket)))
    app.use(
        "/trademarks", TrademarkController(trademarks: TrademarkService(docket: docket)))
    return app
}

extension DocketError: ProblemConvertible {
    var problem: Problem {
        switch self {
        case .noPatent(let id): Problem(.notFound, "There is no patent \(id).")
        case .notGranted(let id): Problem(.conflict, "Patent \(id) is not granted yet.")
        }
    }
}
