import Fledge
import Vault

@Controller struct SpeciesResource {
    let curator: SpeciesCurator

    @GET func list() async throws -> [Species] {
        try await curator.list()
    }

    @POST func create(body: NewSpecies) async throws -> Created<Species> {
        let species = try await curator.create(body)
        return Created(species, at: "/v1/species/\(species.id)")
    }

    @GET("/:id") func show(id: Int) async throws -> Species {
        try await curator.find(id)
    }

    @DELETE("/:id") func remove(id: Int) async throws {
        try await curator.remove(id)
    }
}
