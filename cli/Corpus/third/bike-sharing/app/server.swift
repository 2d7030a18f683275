import Fledge

await serve {
    let env = try Environment.load()
    let world = World(hookSecret: env["LOCK_SECRET"] ?? "")
    let app = bikes(world)
    app.addServices(RebalanceWorker(fleet: world.fleet, planner: world.planner))
    return app
}
