import Fledge

func searchRoutes(_ app: App, _ forum: Forum) {
    app.get("/search") { request in
        let words = (request.query["q"] ?? "").lowercased()
        var before = Int.max
        if let token = request.query["cursor"] {
            let fields = token.split(separator: "_")
            guard fields.count == 2, fields[0] == "t", let number = Int(fields[1], radix: 36) else {
                throw Problem(.badRequest, "This cursor is not one of ours.", code: "cursor")
            }
            before = number
        }
        let hits = await forum.search(words).filter { $0.id < before }
        let shown = Array(hits.prefix(20))
        var answer = Response.json(shown)
        if hits.count > shown.count, let final = shown.last {
            answer.headers["X-Next-Cursor"] = "t_" + String(final.id, radix: 36)
        }
        return answer
    }
}
