/// Keeps what was given.
package actor DonationService {
    private var donations: [Donation] = []

    package init() {}

    package func add(_ new: NewDonation) throws -> Donation {
        let donation = Donation(
            id: donations.count + 1, name: new.name, campaign: new.campaign, cents: new.cents,
            year: new.year, paysTax: new.paysTax, isPublic: new.isPublic)
        donations.append(donation)
        return donation
    }

    package func find(_ id: Int) throws -> Donation? { donations.first { $0.id == id } }

    package func all() throws -> [Donation] { donations }
}
