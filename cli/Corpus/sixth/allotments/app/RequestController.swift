import Fledge
import Plots

@Schema struct NewRequest {
    @Field(.length(1...80)) var name: String
    @Field(.email) var email: String
}

extension PlotError: @retroactive ProblemConvertible {
    public var problem: Problem {
        switch self {
        case .alreadyWaiting(let email):
            Problem(.conflict, "\(email) waits already.", code: "already_waiting")
        }
    }
}

@Controller struct RequestController {
    let waiting: any Waiting

    @POST func ask(body: NewRequest) async throws -> Created<Plots.Request> {
        let request = try await waiting.ask(name: body.name, email: body.email)
        return Created(request, at: "/requests/\(request.id)")
    }

    @GET("/:id") func show(id: Int) async throws -> Plots.Request? {
        try await waiting.request(id)
    }

    /// Asks whether it is one's turn.
    @POST("/:id/turn") func turn(id: Int) async throws -> Fledge.Response {
        guard let request = try await waiting.request(id) else {
            throw Problem(.notFound, "Nobody waits under number \(id).")
        }
        switch try await waiting.respond(to: request) {
        case .offered(let offer):
            return Response.json(offer, status: .created)
        case .waiting(let place):
            return Response.json(["place": place], status: .accepted).header("Retry-After", "86400")
        }
    }
}
