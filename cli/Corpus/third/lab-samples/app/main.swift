import Fledge
import Lab

await serve {
    let env = try Environment.load()
    return lab(Bench.live(analysers: env["ANALYSERS"] ?? "A1"), sharedKey: env["LIS_KEY"])
}

func lab(_ bench: Bench, sharedKey: String? = nil) -> App {
    let app = App()
    app.use(RequestID(), RequestLog(), SecurityHeaders())
    app.use("/samples", SamplesController(intake: bench.intake, results: bench.results))
    app.use("/analysers", AnalysersController(queue: bench.queue))
    app.use("/inbound", InboundController(results: bench.results, key: sharedKey))
    return app
}
