import Fledge

@Controller struct FeedController {
    let feed: FeedService

    /// All lots as Atom or JSON, for those who watch.
    @GET func feed(request: Request) async throws -> Response {
        try await feed.answer(to: request)
    }
}
