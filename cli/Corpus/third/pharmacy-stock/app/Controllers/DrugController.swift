import Fledge
import Pharmacy

@Controller struct DrugController {
    let inventory: InventoryManager

    @GET func list(query: DrugFilter) async throws -> [Drug] {
        try await inventory.list(query)
    }

    @POST func add(body: NewDrug) async throws -> Created<Drug> {
        let drug = try await inventory.add(body)
        return Created(drug, at: "/drugs/\(drug.code)")
    }

    @GET("/:code") func show(code: String, ifNoneMatch: Header<String>?) async throws -> Response {
        let drug = try await inventory.find(code)
        let tag = "\"\(drug.code)-\(drug.packs)\""
        if ifNoneMatch?.value == tag { return Response(.notModified) }
        return Response.json(drug).header("ETag", tag)
    }

    @PUT("/:code/packs") func count(code: String, packs: Int) async throws -> Drug {
        try await inventory.setPacks(code, to: packs)
    }
}
