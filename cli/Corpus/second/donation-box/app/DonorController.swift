import Fledge

@Schema struct DonorCard: Sendable {
    let name: String
    let total: Int
    let tier: String
}

@Controller struct DonorController {
    let donations: DonationService

    /// Those who gave most.
    @GET func list(limit: Int = 20) async throws -> [DonorCard] {
        let totals = try await donations.totals()
        let cards = totals.map { name, total in
            let tier = total >= 100_000 ? "patron" : total >= 20_000 ? "friend" : "guest"
            return DonorCard(name: name, total: total, tier: tier)
        }
        return Array(cards.sorted { $0.total > $1.total }.prefix(min(max(limit, 1), 100)))
    }
}
