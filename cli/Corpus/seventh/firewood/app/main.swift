import Fledge
import Foundation

await serve {
    let environment = try Environment.load()
    return makeApp(Services(now: { Date() }), environment: environment)
}
