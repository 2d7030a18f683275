import Fledge
import FledgeData

@Schema struct Visit: Codable, Sendable {
    var name: String
    var email: String
    var day: String
}

@Controller struct VisitController {
    let database: Database

    /// Asks for an eye test.
    @POST func ask(body: Visit) async throws -> Created<Visit> {
        try body.checked()
        try await save(body)
        return Created(body, at: "/visits?day=\(body.day)")
    }

    /// Who comes on a day.
    @GET func list(day: String) async throws -> [Visit] {
        try await database.query(
            "SELECT name, email, day FROM visits WHERE day = \(day)", as: Visit.self)
    }

    private func save(_ visit: Visit) async throws {
        try await database.execute(
            """
            INSERT INTO visits (name, email, day)
            VALUES (\(visit.name), \(visit.email), \(visit.day))
            """)
    }
}

extension Visit {
    fileprivate func checked() throws {
        let name = name.count >= 2 && name.count <= 60
        let mail = email.contains("@") && !email.hasPrefix("@") && !email.hasSuffix("@")
        if !name || !mail {
            throw Problem(.unprocessableContent, "We need a name and an address.", code: "visit")
        }
    }
}
