import Fledge

@Controller struct PermitController {
    let permits: PermitOffice

    @POST func issue(body: NewPermit) async throws -> Created<Permit> {
        let permit = try await permits.issue(body)
        return Created(permit, at: "/api/permits/\(permit.plate)")
    }

    @GET("/:plate") func show(plate: String) async throws -> Permit {
        let wanted = plate.uppercased().filter { !$0.isWhitespace && $0 != "-" }
        guard let permit = await permits.permit(wanted) else { throw ParkingError.noPermit(plate) }
        return permit
    }

    @DELETE("/:plate") func revoke(plate: String) async throws {
        try await permits.revoke(plate)
    }
}
