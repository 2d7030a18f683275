import Fledge
import Foundation
import LoyaltyServices

await serve {
    let services = Services()
    await services.expiry.expire(on: Date())
    return makeApp(services: services, environment: try Environment.load())
}
