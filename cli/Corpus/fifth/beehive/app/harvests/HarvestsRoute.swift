import Fledge

@Route struct HarvestsRoute {
    let harvests: HarvestService

    func GET(page: Int = 1, limit: Int = 20) async throws -> Response {
        let all = try await harvests.list()
        let current = max(page, 1)
        let count = min(max(limit, 1), 100)
        let start = (current - 1) * count
        let items = Array(all.dropFirst(start).prefix(count))
        var rels: [String] = []
        if current > 1 { rels.append("</harvests?page=\(current - 1)&limit=\(count)>; rel=\"prev\"") }
        if start + items.count < all.count {
            rels.append("</harvests?page=\(current + 1)&limit=\(count)>; rel=\"next\"")
        }
        return Response.json(items)
            .header("X-Total-Count", String(all.count))
            .header("Link", rels.joined(separator: ", "))
    }
}
