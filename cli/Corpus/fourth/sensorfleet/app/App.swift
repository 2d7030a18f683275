import Fledge
import SensorfleetServices

struct Services: Sendable {
    let devices = DeviceService()
    let alerts = AlertService()
    let sessions = SessionService()
    let signing = SigningService(salt: "f1")
}

func makeApp(_ services: Services, keys: KeyService? = nil) -> App {
    let app = App(mode: .test)
    app.use(RequestID(), RequestLog())
    app.use("/sessions", SessionController(sessions: services.sessions))
    app.group("/fleet") { fleet in
        if let keys { fleet.use(KeyRequired(keys: keys)) }
        fleet.use("/devices", DeviceController(devices: services.devices))
        fleet.use("/alerts", AlertController(alerts: services.alerts))
    }
    return app
}
