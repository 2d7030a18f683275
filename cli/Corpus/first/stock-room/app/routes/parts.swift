import Fledge

func partRoutes(_ app: App, _ services: Services) {
    app.get("/parts") { request in
        let limit = min(Int(request.query["limit"] ?? "") ?? 50, 200)
        return try await services.inventory.list(limit: limit)
    }

    app.post("/parts") { request in
        let new = try await request.json(NewPart.self)
        if new.name.count > 80 { throw Problem(.unprocessableContent, "The name is too long.") }
        let part = try await services.inventory.add(new)
        return Created(part, at: "/parts/\(part.id)")
    }

    app.on(.get, "/parts/:id") { (id: Int) in
        guard let part = try await services.inventory.find(id) else { throw Problem(.notFound) }
        return part
    }
}
