import Fledge
import Vault

@Controller struct DonorResource {
    let curator: DonorCurator

    @GET func list() async throws -> [Donor] {
        try await curator.list()
    }

    @POST func create(body: NewDonor) async throws -> Created<Donor> {
        let donor = try await curator.create(body)
        return Created(donor, at: "/v1/donors/\(donor.id)")
    }

    @GET("/:id") func show(id: Int) async throws -> Donor {
        try await curator.find(id)
    }
}
