import Fledge
import SensorfleetServices

await serve {
    let environment = try Environment.load()
    let services = Services()
    return makeApp(services, keys: KeyService(keys: [environment["FLEET_KEY"] ?? "": "ops"]))
}
