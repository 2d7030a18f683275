import CraneServices
import Fledge

@Schema struct Confirmation: Sendable {
    @Field(.length(2...4), .pattern("^[A-Z]+$")) var signaller: String
    @Field(.length(2...4), .pattern("^[A-Z]+$")) var driver: String
}

@Route struct DoneRoute {
    let lifts: LiftService

    /// Two people confirm a lift.
    func POST(site: SiteKey, lift: Int, body: Confirmation) async throws -> Lift {
        guard body.signaller != body.driver else {
            throw Problem(.unprocessableContent, "Two people, please.", code: "same_person")
        }
        return try await lifts.finish(lift, at: site.text, by: [body.signaller, body.driver])
    }
}
