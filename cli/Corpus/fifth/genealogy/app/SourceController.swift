import Fledge
import GenealogyServices

@Controller struct SourceController {
    let sources: SourceService

    @GET func list() async -> [Source] {
        await sources.list()
    }

    @POST func add(body: SourceInput) async throws -> Created<Source> {
        let source = await sources.add(body)
        return Created(source, at: "/sources/\(source.id)")
    }

    @GET("/:id") func show(id: Int) async throws -> Source {
        try await sources.find(id)
    }

    @PUT("/:id/persons/:person") func cite(id: Int, person: Int) async throws -> Source {
        try await sources.cite(person, in: id)
    }

    @DELETE("/:id") func remove(id: Int) async throws {
        try await sources.remove(id)
    }
}
