import Fledge

@Controller struct StatisticsController {
    let campaigns: CampaignService

    /// How much was pledged, in all.
    @GET("/total") func total() async throws -> [String: Int] {
        let cents = try await campaigns.store.database.one("SELECT coalesce(sum(cents), 0) FROM pledges", as: Int.self)
        return ["cents": cents]
    }

    @GET("/newest") func newest(count: Int = 5) async throws -> [Campaign] {
        Array(try await campaigns.list().suffix(min(count, 20)).reversed())
    }
}
