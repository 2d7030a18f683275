import Fledge

@Route struct ShowRoute {
    let shows: ShowCatalog

    /// A show: as a feed for players, as JSON for the site.
    func GET(slug: String, request: Request) async throws -> Response {
        let show = try await shows.first(slug)
        let accept = request.headers["Accept"] ?? "*/*"
        if accept.contains("application/json") {
            return Response.json(show).header("Vary", "Accept")
        }
        return try Feed(show: show, host: request.headers["Host"] ?? "localhost")
            .response(for: request)
            .header("Vary", "Accept")
    }
}
