import Fledge

/// What is switched on; the operators decide.
struct Flags: Sendable {
    var tastingNotes: Bool
}

func makeApp(wines: WineService, flags: Flags) -> App {
    let app = App()
    app.use(RequestID(), RequestLog(), CORS(origins: ["https://cellar.example"]))

    app.get("/wines") { request in
        let page = request.query["page"].flatMap { Int($0) } ?? 1
        return try await wineList(page: page, for: request, from: wines)
    }

    app.get("/wines/:slug") { request in
        guard let wine = try await wines.find(slug: request.parameter("slug") ?? "") else {
            throw Problem(.notFound, "No such bottle.")
        }
        return answer(wine, for: request)
    }

    app.post("/wines") { request in
        let new = try await request.json(NewWine.self)
        let wine = try await wines.add(new)
        return Created(wine, at: "/wines/\(wine.slug)")
    }

    app.post("/wines/:slug/drunk") { request in
        let wine = try await wines.drink(request.parameter("slug") ?? "")
        return Response.json(wine).status(wine.bottles == 0 ? .resetContent : .ok)
    }

    app.get("/wines/:slug/notes") { request in
        guard flags.tastingNotes else { throw Problem(.notFound) }
        guard let wine = try await wines.find(slug: request.parameter("slug") ?? "") else {
            throw Problem(.notFound, "No such bottle.")
        }
        return wine.notes
    }

    app.get("/w/:number") { request in
        let number = try request.parameter("number", as: Int.self)
        let all = try await wines.all()
        guard all.indices.contains(number - 1) else { return Redirect.found("/wines") }
        return Redirect.permanent("/wines/\(all[number - 1].slug)")
    }
    return app
}
