import Fledge
import Foundation

func slideRoutes(_ routes: Router, _ board: BoardService) {
    routes.get("/") { request in
        let hall = request.query["hall"]
        let since = try request.query["since"].map(instant)
        return Response.json(try await board.slides(hall: hall, since: since))
    }

    routes.post("/") { request in
        let slide = try await request.decode(NewSlide.self)
        let made = try await board.add(slide)
        return Created(made, at: "/slides/\(made.id)")
    }

    routes.put("/:id/window") { request in
        guard let id = request.parameter("id").flatMap(Int.init) else { throw Problem(.notFound) }
        let window = try await request.decode(Window.self)
        // What no rule of one member can say.
        if window.until <= window.from {
            throw Problem(.unprocessableContent, "It would never be shown.", code: "order")
        }
        return Response.json(try await board.move(id, to: window))
    }

    routes.delete("/:id") { request in
        guard let id = Int(request.parameter("id") ?? "") else { throw Problem(.notFound) }
        try await board.remove(id)
        return Response(.noContent)
    }
}

/// A time as RFC 3339, or as seconds since 1970, which the old screens send.
private func instant(_ text: String) throws -> Date {
    if let seconds = Double(text), seconds >= 0 { return Date(timeIntervalSince1970: seconds) }
    guard let date = try? Date(text, strategy: .iso8601) else {
        throw Problem(.badRequest, "'since' is no time.", code: "time")
    }
    return date
}
