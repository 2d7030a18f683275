import Fledge

/// A page of changes with `Link: rel="next"`, as RFC 8288 has it.
@Route struct RecentRoute {
    static let size = 10

    let pages: PageService

    func GET(page: Int = 1) async throws -> Response {
        let all = try await pages.recent()
        let first = max(page - 1, 0) * Self.size
        let shown = all.dropFirst(first).prefix(Self.size)
        let response = Response.json(shown.map(\.title))
        guard first + shown.count < all.count else { return response }
        return response.header("Link", "</recent?page=\(page + 1)>; rel=\"next\"")
    }
}
