import Fledge

@main struct Contest {
    static func main() async {
        await serve {
            let env = try Environment.load()
            let jury = Jury(rounds: RoundClock(), seats: Int(env["SEATS"] ?? "") ?? 5)
            return contest(jury, Gallery(), flags: Flags(env["FLAGS"] ?? ""), admin: env["ADMIN_KEY"])
        }
    }
}

struct Flags: Sendable {
    private let on: Set<Substring>
    init(_ list: String) { on = Set(list.split(separator: ",")) }
    subscript(_ name: Substring) -> Bool { on.contains(name) }
}

func contest(_ jury: Jury, _ gallery: Gallery, flags: Flags, admin: String? = nil) -> App {
    let app = App()
    app.use(RequestID(), SecurityHeaders())

    let staffOnly: @Sendable (Request) throws -> Void = { req in
        guard let admin, req.headers["X-Admin"] == admin else {
            throw Problem(.forbidden, "This is for the organisers.")
        }
    }

    app.get("/photos") { req in
        let page = Page(req.query)
        let (photos, total) = await gallery.slice(page.offset, page.size)
        return Response.json(photos)
            .header("X-Total", String(total))
            .header("Cache-Control", flags["live"] ? "no-store" : "max-age=30")
    }

    app.post("/photos", body: .mebibytes(12)) { req in
        let entry = try await req.decode(NewPhoto.self)
        let (photo, isNew) = try await gallery.enter(entry)
        return Response.json(photo, status: isNew ? .created : .ok)
            .header("Location", "/photos/\(photo.id)")
    }

    app.on(.get, "/photos/:id") { (id: Int) in
        try await gallery.photo(id)
    }

    app.on(.delete, "/photos/:id") { (id: Int) in
        try await gallery.withdraw(id)
        return Response(.noContent)
    }

    app.post("/photos/:id/votes") { req in
        guard let voter = req.cookies["voter"] else {
            throw Problem(.unauthorized, "Open the contest's page first: it sets a cookie.")
        }
        let id = try req.parameter("id", as: Int.self)
        _ = try await gallery.photo(id)
        let vote = try await req.json(Vote.self)
        return try await jury.vote(vote, on: id, by: voter)
    }

    app.get("/ranking") { req in
        let rows = await jury.ranking()
        if req.headers["Accept"]?.contains("text/plain") == true {
            let lines = rows.enumerated().map { "\($0.offset + 1). \($0.element.photo): \($0.element.points)" }
            return Response.text(lines.joined(separator: "\n"))
        }
        return Response.json(rows)
    }

    app.post("/rounds/next") { req in
        try staffOnly(req)
        return ["round": await jury.rounds.next()]
    }

    if flags["live"] {
        app.get("/ranking/live") { _ in
            EventStream { writer in
                for row in await jury.ranking() {
                    try await writer.send(ServerEvent("\(row.photo) \(row.points)", event: "row"))
                }
            }
        }
    }
    return app
}

/// Which part of a list is shown; what makes no sense is taken for the first page, as the old site did.
struct Page: Sendable {
    let number: Int
    let size: Int

    init(_ query: Query) {
        number = max(1, query["page"].flatMap { Int($0) } ?? 1)
        size = min(60, max(1, query["size"].flatMap { Int($0) } ?? 24))
    }

    var offset: Int { (number - 1) * size }
}

extension ContestError: ProblemConvertible {
    var problem: Problem {
        switch self {
        case .noPhoto(let id): Problem(.notFound, "There is no photo \(id).")
        case .ownPhoto: Problem(.forbidden, "Nobody votes for their own photo.")
        case .full: Problem(.conflict, "The jury is complete.", code: "full")
        case .enough(let limit): Problem(.tooManyRequests, "Only \(limit) photos each.", code: "enough")
        }
    }
}
