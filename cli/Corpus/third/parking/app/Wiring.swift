import Fledge

struct Wiring: Sendable {
    let garage: Garage
    let tickets: TicketMachine
    let permits: PermitOffice

    init(garage: Garage, tariff: any Tariff, permits: PermitOffice, now: @escaping @Sendable () -> Int = Minutes.now) {
        self.garage = garage
        self.permits = permits
        tickets = TicketMachine(garage: garage, tariff: tariff, permits: permits, now: now)
    }
}

func parking(_ w: Wiring) -> App {
    let app = App()
    app.use(RequestID(), RequestLog())
    app.get("/") { _ in await occupancyPage(w.garage) }
    app.get("/api/floors") { _ in await w.garage.floors() }
    app.post("/api/tickets") { request in try await takeTicket(request, w.tickets) }
    app.on(.get, "/api/tickets/:id") { (id: Int) in try await w.tickets.ticket(id) }
    app.on(.post, "/api/tickets/:id/payment") { (id: Int) in try await w.tickets.pay(id) }
    app.post("/api/tickets/:id/exit", w.exit)
    app.use("/api/permits", PermitController(permits: w.permits))
    return app
}
