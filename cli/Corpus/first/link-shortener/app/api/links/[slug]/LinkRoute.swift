import Fledge

@Route struct LinkRoute {
    let links: LinkService

    func DELETE(slug: String, owner: Owner) async throws -> Response {
        try await links.remove(slug, owner: owner.name)
        return Response(.noContent)
    }
}
