import Fledge

/// The short link itself: as `app/[slug]/route.ts` in Next.js.
@Route struct SlugRoute {
    let links: LinkService
    let flags: Flags

    func GET(slug: String, userAgent: Header<String>?) async throws -> Response {
        guard let link = try await links.visit(slug, agent: userAgent?.value) else {
            throw Problem(.notFound, "No link '\(slug)'.", code: "unknown_link")
        }
        if flags.interstitial, link.reported {
            return Response(.ok, headers: [.contentType: "text/html; charset=utf-8"], body: "\(warning(link))")
        }
        return Response(link.permanent ? .permanentRedirect : .temporaryRedirect)
            .header(.location, link.target)
            .header(.cacheControl, link.permanent ? "public, max-age=86400" : "no-store")
    }

    private func warning(_ link: Link) -> String {
        let target = HTML.escape(link.target)
        return "<p>Somebody reported this link.</p><a rel=\"nofollow\" href=\"\(target)\">\(target)</a>"
    }
}
