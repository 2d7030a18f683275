import Fledge
import FledgeData
import FledgeSQLite

await serve {
    let database = try await Database.sqlite(path: "data/auctions.sqlite")
    let services = Services(database: database)
    let app = makeApp(services: services)
    // Not in makeApp: the tests bid faster than people do.
    app.use(FraudGuard(fraud: FraudService(store: AuctionStore(database: database))))
    return app
}
