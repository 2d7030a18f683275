import Fledge

func makeApp(_ services: Services) -> App {
    let app = App()
    app.use(RequestID(), RequestLog(), SecurityHeaders())
    app.use("/appointments", AppointmentController(appointments: services.appointments))
    app.use(
        "/appointments",
        SketchController(
            appointments: services.appointments, sketches: services.sketches))
    app.use(
        "/hooks",
        PaymentHookController(
            appointments: services.appointments, secret: services.paymentSecret))
    return app
}

extension StudioError: ProblemConvertible {
    var problem: Problem {
        switch self {
        case .noAppointment(let id): Problem(.notFound, "No appointment \(id).")
        case .noArtist(let name): Problem(.unprocessableContent, "\(name) does not work here.")
        case .busy(let artist): Problem(.conflict, "\(artist) is busy then.", code: "busy")
        case .wrongState(let state): Problem(.conflict, "It is \(state.rawValue).", code: "state")
        }
    }
}
