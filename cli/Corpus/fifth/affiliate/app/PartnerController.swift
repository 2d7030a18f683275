import Fledge
import Foundation

@Controller struct PartnerController {
    let store: AffiliateStore

    @POST func join(body: NewPartner) async throws -> Created<Partner> {
        guard body.code.range(of: "^[a-z0-9-]{3,20}$", options: .regularExpression) != nil else {
            throw Problem(
                .unprocessableContent, "A code has 3 to 20 small letters, digits or dashes.",
                code: "code")
        }
        guard try await store.partner(body.code) == nil else {
            throw Problem(.conflict, "The code is taken.", code: "taken")
        }
        let partner = try await store.add(body)
        return Created(partner, at: "/partners/\(partner.code)")
    }

    @GET("/:code") func show(code: String) async throws -> Partner? {
        try await store.partner(code)
    }
}
