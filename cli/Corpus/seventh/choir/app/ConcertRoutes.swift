import Fledge
import Foundation

func concertRoutes(_ routes: Router, _ choir: Choir) {
    routes.post("/") { request in
        let new = try await request.decode(NewConcert.self)
        guard (1...20).contains(new.songs.count), Set(new.songs).count == new.songs.count else {
            throw Problem(.unprocessableContent, "1 to 20 songs, each once.", code: "songs")
        }
        let concert = try await choir.concerts.add(new)
        return Created(concert, at: "/concerts/\(concert.id)")
    }

    routes.get("/:id") { request in
        Response.json(try await choir.concerts.find(try concertID(request)))
    }

    routes.post("/:id/review") { request in
        var concert = try await choir.concerts.find(try concertID(request))
        let rehearsals = try await choir.concerts.rehearsals(before: concert.day)
        if concert.state == .draft, rehearsals >= 6 {
            concert.state = .confirmed
        } else if concert.state == .draft && concert.day.timeIntervalSinceNow < 14 * 86_400 {
            concert.state = .cancelled
        }
        return Response.json(try await choir.concerts.save(concert))
    }

    routes.get("/:id/seating") { request in
        let concert = try await choir.concerts.find(try concertID(request))
        return Response.json(try await choir.seating.rows(width: concert.width))
    }
}

private func concertID(_ request: Request) throws -> Int {
    guard let text = request.parameter("id"), let id = Int(text) else {
        throw Problem(.notFound, "There is no such concert.")
    }
    return id
}
