import Deeds
import Fledge

@Controller struct CronController {
    let deeds: DeedService
    let secret: Secret

    @POST("/expire") func expire(authorization: Header<String>) async throws -> JSON {
        guard authorization.value == "Bearer \(secret.reveal())" else {
            throw Problem(.unauthorized, headers: [.wwwAuthenticate: "Bearer"])
        }
        let count = try await deeds.expire()
        return ["expired": .integer(count), "more": .bool(count > 0)]
    }
}
