import Fledge
import IoTBeaconCore

func makeApp(telemetry: some Telemetry, provisioning: Provisioner) -> App {
    let app = App()
    app.use(RequestID())
    app.health()
    app.use("/devices", DeviceController(telemetry: telemetry, provisioning: provisioning))
    return app
}
