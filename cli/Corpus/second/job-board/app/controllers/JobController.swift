import Fledge
import JobBoardCore

@Controller struct JobController {
    let board: Board

    /// Open jobs, as JSON or as a feed for readers of news.
    @GET func list(city: String?, request: Fledge.Request) async throws -> Response {
        let jobs = try await board.open(in: city)
        switch Accept(request.headers[.accept]).best(of: [.json, .xml]) {
        case .some(.json): return Response.json(jobs)
        case .some:
            let items = jobs.map { "<item><title>\(HTML.escape($0.title))</title><guid>\($0.id)</guid></item>" }
            return Response(
                headers: [.contentType: "application/rss+xml"],
                body: "<rss version=\"2.0\"><channel>\(items.joined())</channel></rss>")
        case nil: throw Problem(.notAcceptable)
        }
    }

    @POST func pin(body: NewJob) async throws -> Created<Job> {
        let job = try await board.pin(body)
        return Created(job, at: "/v2/jobs/\(job.id)")
    }

    @GET("/:id") func show(id: Int) async throws -> Job { try await board.job(id) }
}
