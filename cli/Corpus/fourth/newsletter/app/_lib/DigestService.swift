/// The best of a month in one mail.
struct DigestService: Sendable {
    let campaigns: CampaignService

    func subject(month: String) async throws -> String {
        let subjects = try await campaigns.recent(3).map(\.subject)
        return "\(month): " + subjects.joined(separator: ", ")
    }
}
