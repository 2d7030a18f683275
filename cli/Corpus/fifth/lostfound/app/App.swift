import Fledge

struct Features: Sendable {
    var showsMap = false
}

func makeApp(office: LostOffice, sessions: SessionStore, features: Features) -> App {
    let app = App(environment: Environment(mode: .test, values: [:]))
    app.use(RequestID(), RequestLog(), Sessions(store: sessions))

    app.get("/items") { request in
        let line = request.query["line"].flatMap(Int.init)
        let items = await office.search(kind: request.query["kind"], line: line)
        // The new page gets points for its map; the old one knows nothing of them.
        guard features.showsMap else { return Fledge.Response.json(items) }
        let points = Dictionary(grouping: items, by: \.line).mapValues(\.count)
        return Fledge.Response.json(MapPage(items: items, perLine: points.map { "\($0):\($1)" }))
    }

    app.post("/items") { request in
        _ = try request.clerk()
        let item = await office.take(try await request.decode(FoundItem.self))
        return Fledge.Response.json(item, status: .created)
            .header(.location, "/items/\(item.id)")
    }

    app.use("/items/:id/claims", ClaimController(office: office))
    return app
}

@Schema struct MapPage {
    var items: [Item]
    var perLine: [String]
}
