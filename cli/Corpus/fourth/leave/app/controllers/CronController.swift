import Fledge
import LeaveServices

/// What the scheduler calls each night, as Vercel's does.
@Controller struct CronController {
    let requests: any RequestDesk
    let secret: Secret

    @GET("/expire") func expire(authorization: Header<String>?) async throws -> JSON {
        guard Secret(authorization?.value ?? "") == Secret("Bearer \(secret.reveal())") else {
            throw Problem(.unauthorized, "Only the scheduler may do this.")
        }
        let count = try await requests.expireStale()
        return ["expired": .integer(count)]
    }
}
