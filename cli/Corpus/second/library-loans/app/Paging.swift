import Fledge

/// Cuts a page, and says in `Link` (RFC 8288) where the others are.
struct Paging {
    static let size = 20

    let total: Int
    let page: Int
    let path: String

    private var last: Int { max(1, (total + Self.size - 1) / Self.size) }

    private var links: String {
        var links = ["<\(path)?page=1>; rel=\"first\"", "<\(path)?page=\(last)>; rel=\"last\""]
        if page > 1 { links.append("<\(path)?page=\(min(page - 1, last))>; rel=\"prev\"") }
        if page < last { links.append("<\(path)?page=\(page + 1)>; rel=\"next\"") }
        return links.joined(separator: ", ")
    }

    func response(of all: [some SchemaType]) -> Response {
        let shown = all.dropFirst((max(page, 1) - 1) * Self.size).prefix(Self.size)
        return Response.json(Array(shown)).header("Link", links).header("X-Total-Count", "\(total)")
    }
}
