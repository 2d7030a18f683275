import ClubduesServices
import Fledge

await serve {
    let environment = try Environment.load()
    let settings = try BillingSettings(environment: environment)
    return makeApp(Services(roll: InMemoryRoll()), settings: settings)
}
