import Fledge
import TicketGateServices

func makeApp(services: Services) -> App {
    let app = App()
    app.use(RequestID(), RequestLog(), CORS(origins: ["https://gate.example"]))
    app.use("/events/:event/tickets", TicketController(office: services.office))
    app.use("/gate", GateController(gate: services.gate))
    return app
}
