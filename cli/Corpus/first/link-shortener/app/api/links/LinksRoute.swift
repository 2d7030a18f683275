import Fledge

@Route struct LinksRoute {
    let links: LinkService

    func GET(owner: Owner, page: Int = 1) async throws -> LinkPage {
        LinkPage(try await links.list(of: owner.name), number: page)
    }

    func POST(owner: Owner, body: NewLink) async throws -> Created<Link> {
        let link = try await links.shorten(body, owner: owner.name)
        return Created(link, at: "/api/links/\(link.slug)")
    }
}
