import Fledge
import FledgeData

func makeApp(database: Database, settlement: any Settling) -> App {
    let app = App(mode: .test)
    app.use(RequestID(), RequestLog())
    let lots = LotService(database: database)
    app.use("/lots", LotController(lots: lots, settlement: settlement))
    app.use("/lots/:lot/bids", BidController(lots: lots, database: database))
    app.use("/feed", FeedController(feed: FeedService(lots: lots)))
    return app
}
