import Fledge
import FledgeData
import Racing

struct Services: Sendable {
    let runners: RunnerService
    let splits: SplitService
    let database: Database

    init(store: any RaceStore, database: Database) {
        runners = RunnerService(store: store)
        splits = SplitService(store: store)
        self.database = database
    }
}

func makeApp(_ services: Services) -> App {
    let app = App()
    app.use(RequestID(), RequestLog())
    app.use("/runners", RunnerController(runners: services.runners))
    app.use(
        "/splits", SplitController(runners: services.runners, splits: services.splits))
    app.use("/sponsors", SponsorController(database: services.database))
    return app
}
