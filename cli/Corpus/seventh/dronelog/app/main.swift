import DroneLogServices
import Fledge

await serve {
    let environment = try Environment.load()
    return makeApp(try await Services(environment: environment), environment: environment)
}
