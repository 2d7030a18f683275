import Fledge

@Route struct LinkRoute {
    let links: LinkService
    let clicks: ClickService

    func DELETE(slug: String, owner: Owner) async throws -> Response {
        try await links.remove(slug, owner: owner.id)
        return Response(.noContent)
    }

    /// How often it was used, for its owner.
    func GET(slug: String, owner: Owner) async throws -> [ClickCount] {
        try await clicks.byReferer(slug, owner: owner.id)
    }
}
