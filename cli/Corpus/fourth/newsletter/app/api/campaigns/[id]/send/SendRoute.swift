import Fledge

@Route struct SendRoute {
    let campaigns: CampaignService
    let subscribers: SubscriberService

    /// Sends a campaign to everybody on the list.
    func POST(id: Int, account: Account) async throws -> Response {
        guard let campaign = try await campaigns.find(id) else {
            throw Problem(.notFound, "There is no campaign \(id).")
        }
        let count = try await subscribers.count()
        let sent = try await campaigns.sentThisMonth()
        if account.plan == .free, sent + count > 2_000 {
            throw Problem(.forbidden, "The free plan has 2000 mails a month.", code: "quota")
        }
        let job = try await campaigns.enqueue(campaign, recipients: count)
        return Response.json(["job": job], status: .accepted)
    }
}
