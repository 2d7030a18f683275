import Fledge
import Foundation

@Route struct TermRoute {
    let terms: TermService

    /// A term; where it was renamed, the way to it.
    func GET(slug: String, request: Request) async throws -> Response {
        guard slug == slug.lowercased() else {
            return Response(.movedPermanently)
                .header(.location, "/terms/\(slug.lowercased())")
        }
        switch try await terms.look(up: slug) {
        case .moved(let new):
            return Response(.movedPermanently).header(.location, "/terms/\(new)")
        case .term(let term):
            let tag = "\"\(Int(term.updatedAt.timeIntervalSince1970))\""
            if request.headers[.ifNoneMatch] == tag { return Response(.notModified) }
            return Response.json(term).header(.eTag, tag)
                .header(.cacheControl, "public, max-age=60")
        }
    }

    func PUT(slug: String, body: TermInput) async throws -> Term {
        try await terms.change(slug, body)
    }
}
