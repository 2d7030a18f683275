import Fledge
import JobBoardCore

/// Requests of people for jobs. (Those of HTTP are `Fledge.Request`.)
@Controller struct RequestController {
    let desk: RequestDesk

    @POST("/") func ask(body: JobBoardCore.Request, request: Fledge.Request) async throws -> Response {
        let state = try await desk.ask(body, through: request[Agency.self] ?? "nobody")
        let status: Status = switch state {
        case .forwarded: .accepted
        case .hired: .created
        }
        return Response.json(["state": state.rawValue], status: status)
    }

    @GET("/:job") func list(job: Int) async throws -> [JobBoardCore.Request] { try await desk.requests(for: job) }
}
