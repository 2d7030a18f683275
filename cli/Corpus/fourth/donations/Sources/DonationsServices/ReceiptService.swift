import Fledge

/// Receipts, as the tax office wants them.
package struct ReceiptService: Sendable {
    private let donations: DonationService

    package init(donations: DonationService) { self.donations = donations }

    package func page(for id: Int) async throws -> HTML? {
        guard let donation = try await donations.find(id) else { return nil }
        return HTML(
            "<h1>Receipt \(donation.year)-\(donation.id)</h1>"
                + "<p>\(HTML.escape(donation.name)): \(donation.cents / 100)</p>")
    }
}
