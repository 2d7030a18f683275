import Fledge

func makeApp(
    machines: MachineService, pricing: any Pricing, telemetry: TelemetryService,
    environment: Environment = Environment(mode: .test)
) -> App {
    let app = App(environment: environment)
    app.use(RequestID(), RequestLog())
    app.use("/machines", MachineController(machines: machines, pricing: pricing))
    app.use("/sales", SalesController(machines: machines))
    app.use("/claims", ClaimController(machines: machines))
    app.post("/telemetry/:serial") { request in try await telemetry.ingest(request) }
    return app
}
