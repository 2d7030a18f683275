import Fledge

struct Services: Sendable {
    let slots: SlotService
    let patients: PatientService

    init(store: SlotStore, now: @escaping @Sendable () -> Int = { 0 }) {
        slots = SlotService(store: store, now: now)
        patients = PatientService(store: store)
    }
}

func makeApp(services: Services) -> App {
    let app = App()
    app.use(RequestID(), RequestLog())
    app.use("/slots", SlotController(slots: services.slots))
    app.use("/patients", PatientController(patients: services.patients, slots: services.slots))
    return app
}

extension SlotError: ProblemConvertible {
    var problem: Problem {
        self == .taken ? Problem(.conflict, "Somebody has it.", code: "taken") : Problem(.notFound)
    }
}
