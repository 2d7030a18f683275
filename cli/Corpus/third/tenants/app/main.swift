import Fledge

await serve {
    let env = try Environment.load()
    return house(Registry(flags: env["FLAGS"] ?? ""), env)
}

/// Everything that lives as long as the process.
struct Registry: Sendable {
    let leases = LeaseLedger()
    let repairs = RepairDesk()
    let portal = PortalTokens()
    let flags: Set<Substring>

    init(flags: String = "") { self.flags = Set(flags.split(separator: ",")) }
}

func house(_ registry: Registry, _ env: Environment = Environment(mode: .test)) -> App {
    let app = App(environment: env)
    app.use(RequestID(), RequestLog(), SecurityHeaders())
    app.use("/leases", LeaseAPI(leases: registry.leases))
    app.use("/repairs", RepairAPI(repairs: registry.repairs, leases: registry.leases))
    if registry.flags.contains("portal") {
        app.use("/portal", PortalAPI(tokens: registry.portal, leases: registry.leases))
    }
    return app
}
