import Fledge

func screenRoutes(_ routes: Router, _ board: BoardService, _ screens: ScreenRegistry) {
    routes.put("/:name") { request in
        guard let name = request.parameter("name") else { throw Problem(.notFound) }
        let screen = try await request.decode(Screen.self)
        let isNew = await screens.register(name, screen)
        return Response(isNew ? .created : .noContent)
    }

    routes.get("/:name/loop") { request in
        guard let name = request.parameter("name"), let screen = await screens.find(name) else {
            throw Problem(.notFound, "This screen has not signed in.")
        }
        let loop = await board.loop(for: screen)
        switch request.headers["Accept"] {
        case "text/html"?: return try HTML(page(loop)).response(for: request)
        case "application/json"?, "*/*"?, nil: return Response.json(loop)
        default: throw Problem(.notAcceptable, "JSON or HTML.")
        }
    }
}

private func page(_ slides: [Slide]) -> String {
    let items = slides.map { "<li data-seconds=\"\($0.seconds)\">\(HTML.escape($0.text))</li>" }
    return "<ul>\(items.joined())</ul>"
}
