import Fledge

/// Everything the routers share.
struct World: Sendable {
    let fleet: Fleet
    let rides: RideBook
    let planner = RebalancePlanner()
    let hookSecret: String

    init(hookSecret: String, bikes: [Bike] = [], now: @escaping @Sendable () -> Int = { Clock.minutes() }) {
        fleet = Fleet(bikes: bikes)
        rides = RideBook(fleet: fleet, now: now)
        self.hookSecret = hookSecret
    }
}

func bikes(_ world: World) -> App {
    let app = App()
    app.use(RequestID(), RequestLog(), CORS(origins: ["https://bikes.example"]))
    app.group("/bikes") { bikeRoutes($0, world) }
    app.group("/rides") { rideRoutes($0, world) }
    app.post("/hooks/lock", lockHook(world))
    app.get("/") { _ in HTML("<h1>Bikes</h1>") }
    app.health()
    return app
}
