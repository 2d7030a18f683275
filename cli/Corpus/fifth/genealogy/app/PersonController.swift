import Fledge
import GenealogyServices

@Schema struct Parents {
    var father: Int?
    var mother: Int?
}

enum TreeFormat: String, ParameterValue { case json, gedcom }

@Controller struct PersonController {
    let persons: PersonService

    @GET func list(name: String?) async -> [Person] {
        await persons.list(named: name)
    }

    @POST func add(body: PersonInput) async throws -> Created<Person> {
        let person = await persons.add(body)
        return Created(person, at: "/persons/\(person.id)")
    }

    @GET("/:id") func show(id: Int) async throws -> Person {
        try await persons.find(id)
    }

    @PUT("/:id/parents") func link(id: Int, body: Parents) async throws -> Person {
        try await persons.setParents(of: id, father: body.father, mother: body.mother)
    }

    /// The ancestors, as JSON or as a GEDCOM file.
    @GET("/:id/ancestors") func ancestors(id: Int, format: TreeFormat = .json) async throws -> Response
    {
        let people = try await persons.ancestors(of: id)
        switch format {
        case .json: return Response.json(people)
        case .gedcom:
            let records = people.map { person in
                var lines = ["0 @I\(person.id)@ INDI", "1 NAME \(person.name)"]
                if let born = person.born { lines += ["1 BIRT", "2 DATE \(born)"] }
                if let died = person.died { lines += ["1 DEAT", "2 DATE \(died)"] }
                return lines.joined(separator: "\n")
            }
            return Response.text((["0 HEAD"] + records + ["0 TRLR"]).joined(separator: "\n"))
                .header(.contentType, "text/vnd.familysearch.gedcom")
        }
    }

    @DELETE("/:id") func remove(id: Int) async throws {
        try await persons.remove(id)
    }
}
