import Fledge

struct FeedService: Sendable {
    let lots: LotService

    /// The feed in the form that the client likes.
    func answer(to request: Request) async throws -> Response {
        let all = try await lots.all()
        if request.headers[.accept] == "application/atom+xml" {
            let entries = all.map { "<entry><title>\(HTML.escape($0.title))</title></entry>" }
            return Response(
                headers: [.contentType: "application/atom+xml"],
                body: Body("<feed>\(entries.joined())</feed>"))
        }
        return .json(all)
    }
}
