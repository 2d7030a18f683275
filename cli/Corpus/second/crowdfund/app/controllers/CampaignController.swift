import Fledge

@Schema struct Progress: Sendable {
    let percent: Int
    let backers: Int
    let net: Int
    let succeeds: Bool
}

@Controller struct CampaignController {
    let campaigns: CampaignService

    @GET func list(page: Int = 1) async throws -> [Campaign] {
        Array(try await campaigns.list().dropFirst((max(page, 1) - 1) * 20).prefix(20))
    }

    @POST func start(body: NewCampaign) async throws -> Created<Campaign> {
        let campaign = try await campaigns.start(body)
        return Created(campaign, at: "/campaigns/\(campaign.id)")
    }

    @POST("/:id/pledges") func pledge(id: Int, body: NewPledge) async throws -> Response {
        try await campaigns.pledge(body, to: id)
        return Response(.accepted)
    }

    /// How far it is.
    @GET("/:id/progress") func progress(id: Int) async throws -> Progress {
        let campaign = try await campaigns.find(id)
        let pledges = try await campaigns.pledges(of: id)
        let counted = Dictionary(grouping: pledges, by: \.backer)
            .mapValues { min($0.map(\.cents).reduce(0, +), campaign.goal / 4) }
        let raised = counted.values.reduce(0, +)
        let fee = raised * 5 / 100 + pledges.count * 25
        return Progress(
            percent: raised * 100 / campaign.goal, backers: counted.count, net: raised - fee,
            succeeds: raised >= campaign.goal && counted.count >= 10)
    }
}
