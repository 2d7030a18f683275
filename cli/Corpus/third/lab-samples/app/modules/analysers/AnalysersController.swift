import Fledge
import Lab

@Controller struct AnalysersController {
    let queue: WorkQueue

    /// What an analyser is to do next; nothing is a 204, as its firmware wants.
    @POST("/:name/next") func next(name: String) async throws -> Response {
        guard let job = try await queue.next(for: name) else { return Response(.noContent) }
        return Response.json(job)
    }

    @GET("/:name") func waiting(name: String) async throws -> JSON {
        let count = try await queue.count(for: name)
        return ["name": .string(name), "waiting": .integer(count), "busy": .bool(count > 0)]
    }
}
