import Fledge
import FledgeData

struct Services: Sendable {
    let database: Database
    let auctions: AuctionService

    init(database: Database, now: @escaping @Sendable () -> Int = { 0 }) {
        self.database = database
        auctions = AuctionService(store: AuctionStore(database: database), now: now)
    }
}

func makeApp(services: Services) -> App {
    let app = App()
    app.use(RequestID(), RequestLog())
    app.use("/auctions", AuctionController(auctions: services.auctions))
    app.use("/hall-of-fame", FameController(database: services.database))
    return app
}

extension AuctionError: ProblemConvertible {
    var problem: Problem {
        switch self {
        case .missing: Problem(.notFound, "There is no such auction.")
        case .over: Problem(.gone, "The hammer has fallen.", code: "over")
        }
    }
}
