import Fledge
import Quiz

@Controller struct BuzzController {
    let matches: any Matches

    @POST func buzz(id: Int, body: Buzz) async throws -> Response {
        do {
            let match = try await matches.take(body, in: id)
            return Response.json(match.buzzes, status: .created)
        } catch QuizError.finished {
            // A machine that sends late is not told off.
            return Response(.noContent)
        }
    }

    /// Buzzes as they come, for the screen in the hall.
    @GET("/stream") func stream(id: Int, lastEventID: Header<Int>?) async throws -> EventStream {
        let match = try await matches.find(id)
        let missed = match.buzzes.dropFirst(max(0, lastEventID?.value ?? 0))
        return EventStream { writer in
            for buzz in missed { try await writer.send(json: buzz) }
        }
    }
}
