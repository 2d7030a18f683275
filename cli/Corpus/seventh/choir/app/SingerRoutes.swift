import Fledge

func singerRoutes(_ routes: Router, _ choir: Choir) {
    routes.get("/") { request in
        let voice = request.query["voice"].flatMap(Voice.init(rawValue:))
        return Response.json(try await choir.singers.list(voice))
    }

    routes.post("/") { request in
        let body = try await request.decode(NewSinger.self)
        var problems: [String] = []
        if body.name.trimmingCharacters(in: .whitespaces).isEmpty { problems.append("name") }
        if !["S", "A", "T", "B"].contains(body.voice) { problems.append("voice") }
        if body.height < 100 || body.height > 230 { problems.append("height") }
        guard problems.isEmpty else {
            throw Problem(.unprocessableContent, "Wrong: \(problems.joined(separator: ", "))")
        }
        let singer = try await choir.singers.add(body)
        return Created(singer, at: "/singers/\(singer.id)")
    }

    routes.get("/:id") { request in
        let id = try request.parameter("id", as: Int.self)
        return Response.json(try await choir.singers.find(id))
    }

    /// Notes who came to a rehearsal.
    routes.post("/:id/rehearsals") { request in
        let id = try request.parameter("id", as: Int.self)
        let singer = try await choir.singers.find(id)
        let body = try await request.decode(Attendance.self)
        try await choir.database.execute(
            """
            INSERT INTO rehearsals (singer_id, day, present)
            VALUES (\(singer.id), \(body.day), \(body.present))
            """)
        return Response(.noContent)
    }

    routes.get("/:id/standing") { request in
        let id = try request.parameter("id", as: Int.self)
        let (present, total) = try await choir.singers.attendance(id)
        let rate = total == 0 ? 0 : Double(present) / Double(total)
        let standing = Standing(concert: rate >= 0.6, solo: rate >= 0.85 && total >= 8)
        return Response.json(standing)
    }
}

@Schema struct Standing: Hashable, Sendable {
    var concert: Bool
    var solo: Bool
}
