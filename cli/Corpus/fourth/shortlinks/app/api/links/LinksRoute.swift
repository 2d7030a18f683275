import Fledge

@Schema struct LinkQuery {
    @Field(.range(0...)) var after: Int = 0
    @Field(.range(1...100)) var limit: Int = 50
}

@Schema struct LinkPage {
    let items: [Link]
    let next: String?
}

@Route struct LinksRoute {
    let links: LinkService

    /// The links of whoever asks, after a cursor.
    func GET(owner: Owner, query: LinkQuery) async throws -> LinkPage {
        let items = try await links.list(of: owner.id, after: query.after, limit: query.limit)
        let isFull = items.count == query.limit
        let next = isFull ? items.last.map { "/api/links?after=\($0.id)" } : nil
        return LinkPage(items: items, next: next)
    }

    func POST(owner: Owner, body: NewLink) async throws -> Created<Link> {
        let link = try await links.create(body, owner: owner.id)
        return Created(link, at: "/\(link.slug)")
    }
}
