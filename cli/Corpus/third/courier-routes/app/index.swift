import Dispatch
import DispatchStore
import Fledge
import FledgeData
import FledgeSQLite

await serve {
    let env = try Environment.load()
    let db = try await Database.sqlite(path: "courier.sqlite")
    return expressLike(Planner(stops: SQLStops(db)), db, hookKey: env["HOOK_KEY"])
}

func expressLike(_ planner: Planner, _ db: Database, hookKey: String? = nil) -> App {
    let app = App()
    app.use(RequestID(), RequestLog())
    let parcels = ParcelHandlers(planner: planner, db: db)
    let depots = DepotHandlers(planner: planner)
    app.post("/parcels", parcels.create)
    app.get("/parcels/counts") { _ in try await parcels.counts }
    app.get("/parcels/:id", parcels.show)
    app.post("/parcels/:id/scan", parcels.scan)
    app.get("/couriers/:name/sheet", depots.sheet)
    app.get("/depots/:name/sheet", depots.depotSheet)
    app.post("/hooks/traffic") { req in try await trafficHook(req, planner, hookKey) }
    return app
}
