import Fledge
import SensorfleetServices

@Controller struct AlertController {
    let alerts: AlertService

    @GET func list(from: String?, size: Int = 2) async throws -> Response {
        var start = 0
        if let from {
            guard from.hasPrefix("c_"), let value = Int(from.dropFirst(2), radix: 36) else {
                throw Problem(.badRequest, "The cursor is none of ours.", code: "cursor")
            }
            start = value
        }
        let rest = try await alerts.open().filter { $0.id > start }
        let window = Array(rest.prefix(size))
        var answer = Response.json(window)
        if rest.count > window.count, let final = window.last {
            answer.headers["X-Next"] = "c_" + String(final.id, radix: 36)
        }
        return answer
    }

    @POST func raise(body: NewAlert) async throws -> Created<Alert> {
        Created(try await alerts.raise(body))
    }

    @POST("/:id/acknowledgement") func acknowledge(id: Int) async throws {
        guard try await alerts.acknowledge(id) else {
            throw Problem(.notFound, "There is no alert \(id).")
        }
    }
}
