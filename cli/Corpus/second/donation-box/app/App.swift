import Fledge
import FledgeData

func makeApp(database: Database) -> App {
    let app = App()
    app.use(RequestID(), RequestLog())
    let donations = DonationService(store: DonationStore(database: database))
    app.use("/donations", DonationController(donations: donations))
    app.use("/donors", DonorController(donations: donations))
    app.use("/export", ExportController(database: database))
    return app
}

extension DonationError: ProblemConvertible {
    var problem: Problem { Problem(.conflict, "This was given already.", code: "twice") }
}
