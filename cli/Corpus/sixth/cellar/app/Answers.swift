import Fledge

let pageSize = 24

/// A page of the list, with links to its neighbours (RFC 8288).
func wineList(page: Int, for request: Request, from wines: WineService) async throws -> Response {
    let all = try await wines.all()
    let last = max(1, (all.count + pageSize - 1) / pageSize)
    guard (1...last).contains(page) else { throw Problem(.notFound, "There are \(last) pages.") }
    let items = Array(all.dropFirst((page - 1) * pageSize).prefix(pageSize))
    var links: [String] = []
    if page > 1 { links.append("</wines?page=\(page - 1)>; rel=\"prev\"") }
    if page < last { links.append("</wines?page=\(page + 1)>; rel=\"next\"") }
    let response = Response.json(items)
    return links.isEmpty ? response : response.header("Link", links.joined(separator: ", "))
}

/// One wine, as a page, a line of text or JSON, as the client prefers.
func answer(_ wine: Wine, for request: Request) -> Response {
    let accept = request.headers["Accept"] ?? "*/*"
    let tag = "\"\(wine.slug)-\(wine.bottles)\""
    guard request.headers["If-None-Match"] != tag else { return Response(.notModified) }
    let response =
        if accept.contains("text/html") {
            Response.text("<h1>\(HTML.escape(wine.name))</h1>").header("Content-Type", "text/html")
        } else if accept.contains("text/plain") {
            Response.text("\(wine.name) \(wine.year), \(wine.bottles) left")
        } else {
            Response.json(wine)
        }
    return response.header("ETag", tag).header("Vary", "Accept")
}

extension WineError: ProblemConvertible {
    var problem: Problem {
        switch self {
        case .unknown(let slug): Problem(.notFound, "There is no '\(slug)'.")
        case .empty: Problem(.conflict, "The last one is gone.", code: "empty")
        case .tooYoung(let until):
            Problem(.conflict, "Leave it until \(until).", code: "too_young")
        }
    }
}
