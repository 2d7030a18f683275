import Fledge
import Foundation

@Route struct PublishRoute {
    let publishing: PublishingService
    let cronKey: CronKey

    /// Called by the scheduler at midnight.
    func POST(request: Request, today: String?) async throws -> [String] {
        guard cronKey.matches(request.headers[.authorization]) else {
            throw Problem(.unauthorized, "This is for the scheduler.")
        }
        let day = today ?? String(Date().ISO8601Format().prefix(10))
        return await publishing.publish(upTo: day)
    }
}
