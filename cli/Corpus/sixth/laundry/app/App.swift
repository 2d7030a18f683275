import Fledge

func makeApp(_ services: Services) -> App {
    let app = App()
    app.use(RequestID(), RequestLog(), SecurityHeaders())
    FileRoutes.mount(on: app, services: services)
    app.use("/v1/machines", MachineController(machines: services.machines, cards: services.cards))
    app.post("/v1/repairs") { request in
        let report = try await request.json(RepairRequest.self)
        let response = try await services.repairs.report(report)
        switch response {
        case .known(let since): return Response.json(["since": since])
        case .sent(let ticket): return Response.json(["ticket": ticket], status: .accepted)
        }
    }
    return app
}
