import BookingDeskServices
import Fledge

await serve {
    let environment = try Environment.load()
    return makeApp(services: try await Services(environment: environment), environment: environment)
}
