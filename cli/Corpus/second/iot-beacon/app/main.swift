import Fledge
import IoTBeaconCore

await serve {
    let hub = Hub(registry: InMemoryRegistry())
    return makeApp(telemetry: hub, provisioning: Provisioner(registry: hub.registry))
}
