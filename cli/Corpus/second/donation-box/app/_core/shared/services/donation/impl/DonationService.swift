import FledgeSchema

@Schema struct Donation: Hashable, Sendable {
    let id: Int
    let donor: String
    let cents: Int
    let reference: String
}

@Schema struct NewDonation: Sendable {
    @Field(.length(1...80)) var donor: String
    @Field(.range(100...10_000_000)) var cents: Int
    /// The bank's, so that none counts twice.
    @Field(.pattern("^[A-Z0-9]{8,32}$")) var reference: String
}

enum DonationError: Error, Equatable { case twice(String) }

struct DonationService: Sendable {
    let store: DonationStore

    func give(_ new: NewDonation) async throws -> Donation {
        guard let donation = try await store.add(new) else { throw DonationError.twice(new.reference) }
        return donation
    }

    func find(_ id: Int) async throws -> Donation? { try await store.find(id) }

    func totals() async throws -> [String: Int] {
        try await store.all().reduce(into: [:]) { totals, donation in totals[donation.donor, default: 0] += donation.cents }
    }
}
