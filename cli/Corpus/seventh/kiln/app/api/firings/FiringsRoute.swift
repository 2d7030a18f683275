import Fledge

@Schema struct FiringPage: Sendable {
    var items: [Firing]
    var next: String?
}

@Route struct FiringsRoute {
    let firings: FiringService

    /// Firings in the order they were planned, 20 at a time.
    func GET(after: Cursor?, limit: Int = 20) async -> FiringPage {
        let size = min(max(limit, 1), 50)
        let items = await firings.list(after: after?.id ?? 0, limit: size + 1)
        let more = items.count > size
        let page = Array(items.prefix(size))
        return FiringPage(items: page, next: more ? page.last.map { Cursor(id: $0.id).text } : nil)
    }

    func POST(body: NewFiring) async throws -> Created<Firing> {
        let firing = try await firings.plan(body)
        return Created(firing, at: "/api/firings/\(firing.id)")
    }
}
