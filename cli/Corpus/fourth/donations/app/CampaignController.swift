import DonationsServices
import Fledge

@Schema struct Progress: Equatable {
    let campaign: String
    let cents: Int
    let patrons: [String]
}

@Controller struct CampaignController {
    let donations: DonationService

    @GET("/:campaign") func progress(campaign: String) async throws -> Progress {
        let gifts = try await donations.all().filter { $0.campaign == campaign }
        guard !gifts.isEmpty else { throw Problem(.notFound, "Nothing was given for that.") }
        let largest = gifts.sorted { $0.cents > $1.cents }.prefix(3)
        let patrons = largest.map { gift -> String in
            guard gift.isPublic else { return "Somebody" }
            let words = gift.name.split(separator: " ")
            let given = words.first.map(String.init) ?? "Somebody"
            let family = words.count > 1 ? words.last?.first.map { " \($0)." } ?? "" : ""
            return given + family
        }
        let total = gifts.reduce(0) { $0 + $1.cents }
        return Progress(campaign: campaign, cents: total, patrons: patrons)
    }
}
