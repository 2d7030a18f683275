import Fledge

@Route struct SlugRoute {
    let links: LinkService
    let clicks: ClickService

    /// Sends whoever comes to where the link goes.
    func GET(slug: String, referer: Header<String>?) async throws -> Response {
        guard let link = try await links.find(slug) else {
            return Response(
                .notFound, headers: [.contentType: "text/html; charset=utf-8"],
                body: "<h1>No such link</h1>")
        }
        try await clicks.count(link, from: referer?.value)
        // 307 for links that may still change, 308 for those that never will.
        let status: Status = link.isPermanent ? .permanentRedirect : .temporaryRedirect
        return Response(status, headers: [.location: link.target])
    }
}
