import Fledge

func threadRoutes(_ app: App, _ forum: Forum) {
    app.get("/threads") { request in
        var after = Int.max
        if let cursor = request.query["cursor"] {
            let pieces = cursor.split(separator: "_")
            guard pieces.count == 2, pieces[0] == "t", let id = Int(pieces[1], radix: 36) else {
                throw Problem(.badRequest, "This cursor is not one of ours.", code: "cursor")
            }
            after = id
        }
        let threads = await forum.threads().filter { $0.id < after }
        let page = Array(threads.prefix(20))
        var response = Response.json(page)
        if threads.count > page.count, let last = page.last {
            response.headers["X-Next-Cursor"] = "t_" + String(last.id, radix: 36)
        }
        return response
    }

    app.post("/threads") { request in
        let new = try await request.json(NewThread.self)
        let thread = await forum.start(new, by: try user(of: request))
        return Created(thread, at: "/threads/\(thread.id)")
    }

    app.get("/threads/:id") { request in try await forum.thread(request.parameter("id", as: Int.self)) }

    app.post("/threads/:id/votes") { request in
        let thread = try await forum.thread(request.parameter("id", as: Int.self))
        let voter = try user(of: request)
        let karma = await forum.karma(of: voter)
        if voter == thread.author || karma < 10 { throw Problem(.forbidden, "You cannot vote here.", code: "karma") }
        let weight = karma > 1_000 ? 3 : karma > 100 ? 2 : 1
        let score = thread.score + weight
        return try await forum.rate(thread.id, score: score, isHot: score > 50 && thread.replies > 10)
    }

    app.post("/threads/:id/lock") { request in
        guard try user(of: request).hasPrefix("mod-") else { throw Problem(.forbidden, "Moderators only.") }
        try await forum.lock(request.parameter("id", as: Int.self))
        return Response(.noContent)
    }

    app.get("/threads.rss") { _ in await forum.feed() }
}
