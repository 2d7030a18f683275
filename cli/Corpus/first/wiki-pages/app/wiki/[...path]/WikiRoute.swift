import Fledge

@Route struct WikiRoute {
    let pages: PageService

    /// A page as HTML for people, as plain Markdown for tools, as JSON for scripts.
    func GET(path: String, request: Request, ifNoneMatch: Header<String>?) async throws -> Response {
        let slug = path.lowercased()
        if slug != path { return Redirect.permanent("/wiki/\(slug)").response(for: request) }
        guard let page = try await pages.find(slug) else {
            throw Problem(.notFound, "Nobody has written '\(slug)' yet.", code: "no_page")
        }
        let tag = "\"\(page.revision)\""
        if ifNoneMatch?.value == tag { return Response(.notModified).header(.eTag, tag) }

        let offers: [MediaType] = [.html, .plainText, .json]
        switch Accept(request.headers[.accept]).best(of: offers) {
        case .some(.json): return Response.json(page).header(.eTag, tag)
        case .some(.plainText):
            return Response(headers: [.contentType: "text/plain; charset=utf-8"], body: "\(page.text)").header(.eTag, tag)
        case .some: return HTML(PageView(page: page).html).response(for: request).header(.eTag, tag)
        case nil: throw Problem(.notAcceptable, "There is HTML, Markdown and JSON.")
        }
    }

    /// Writes a page; `If-Match` says which revision was edited.
    func PUT(path: String, ifMatch: Header<String>?, body: Edit) async throws -> Response {
        let base = try ifMatch.map { header in
            guard let number = Int(header.value.filter { $0 != "\"" }) else {
                throw Problem(.badRequest, "If-Match must be a revision such as \"3\".")
            }
            return number
        }
        let page = try await pages.write(body, to: path.lowercased(), basedOn: base)
        return Response.json(page, status: page.revision == 1 ? .created : .ok)
    }
}
