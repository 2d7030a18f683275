import DonationsServices
import Fledge

@Controller struct WallController {
    let donations: DonationService

    /// The last who gave, in short: "Ada L.".
    @GET func latest(limit: Int = 12) async throws -> [String] {
        let recent = try await donations.all().suffix(limit).reversed()
        return recent.map { donation in
            guard donation.isPublic else { return "Somebody" }
            let parts = donation.name.split(separator: " ")
            let first = parts.first.map(String.init) ?? "Somebody"
            let last = parts.count > 1 ? parts.last?.first.map { " \($0)." } ?? "" : ""
            return first + last
        }
    }
}
