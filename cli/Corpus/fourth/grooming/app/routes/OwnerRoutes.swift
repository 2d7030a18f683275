import Fledge
import FledgeData

@Schema struct Visit {
    let dog: String
    let price: Int
}

func ownerRoutes(_ app: App, _ services: Services) {
    app.get("/owners/search") { request async throws in
        let words = (request.query["q"] ?? "").lowercased().split(separator: " ")
        let owners = try await services.people.owners()
        let scored = owners.map { owner in
            (owner, words.filter { owner.name.lowercased().contains($0) }.count)
        }
        let best = scored.filter { $0.1 > 0 }.sorted { $0.1 > $1.1 }.prefix(10)
        return Response.json(best.map(\.0))
    }

    app.get("/groomers/search") { request async throws in
        let terms = (request.query["q"] ?? "").lowercased().split(separator: " ")
        let staff = try await services.people.groomers()
        let ranked = staff.map { person in
            (person, terms.filter { person.name.lowercased().contains($0) }.count)
        }
        let top = ranked.filter { $0.1 > 0 }.sorted { $0.1 > $1.1 }.prefix(10)
        return Response.json(top.map(\.0))
    }

    app.get("/owners/:id/visits") { request async throws in
        let owner = try request.parameter("id", as: Int.self)
        let visits = try await services.database.query(
            "SELECT dog, price FROM appointments WHERE owner = \(owner) ORDER BY start DESC",
            as: Visit.self)
        return Response.json(visits)
    }

    app.get("/owners/:id/card.vcf") { request async throws in
        let id = try request.parameter("id", as: Int.self)
        guard let owner = try await services.people.owner(id) else {
            throw Problem(.notFound, "There is no owner \(id).")
        }
        return Response(
            headers: [.contentType: "text/vcard"],
            body: Body("BEGIN:VCARD\r\nVERSION:4.0\r\nFN:\(owner.name)\r\nEND:VCARD\r\n"))
    }
}
