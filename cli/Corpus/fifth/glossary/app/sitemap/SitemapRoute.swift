import Fledge
import Foundation

@Route struct SitemapRoute {
    let terms: TermService

    /// For the machines that read everything.
    func GET(request: Request) async throws -> Response {
        let host = request.headers["Host"] ?? "localhost"
        let entries = try await terms.all().map { term in
            "<url><loc>https://\(host)/terms/\(term.slug)</loc>"
                + "<lastmod>\(term.updatedAt.ISO8601Format())</lastmod></url>"
        }
        let xml = """
            <?xml version="1.0" encoding="UTF-8"?>
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
            \(entries.joined(separator: "\n"))
            </urlset>
            """
        return Response.text(xml).header(.contentType, "application/xml")
    }
}
