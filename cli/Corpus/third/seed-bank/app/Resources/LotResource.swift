import Fledge
import Vault

@Controller struct LotResource {
    let curator: LotCurator

    @GET func list(query: LotQuery) async throws -> [Lot] {
        try await curator.query(query)
    }

    @POST func create(body: NewLot) async throws -> Created<Lot> {
        let lot = try await curator.create(body)
        return Created(lot, at: "/v1/lots/\(lot.id)")
    }

    @GET("/:id") func show(id: Int, ifNoneMatch: Header<String>?) async throws -> Response {
        let lot = try await curator.find(id)
        let tag = "W/\"\(lot.id).\(lot.seeds).\(lot.viability)\""
        guard ifNoneMatch?.value != tag else { return Response(.notModified) }
        return Response.json(lot).header("ETag", tag)
    }

    /// What a germination test told.
    @POST("/:id/tests") func test(id: Int, body: Germination) async throws -> Lot {
        try await curator.record(body, of: id)
    }

    @POST("/:id/withdrawals") func withdraw(id: Int, seeds: Int) async throws -> Lot {
        try await curator.withdraw(seeds, from: id)
    }
}
