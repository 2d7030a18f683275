import DonationsServices
import Fledge

@Schema struct TaxRow: Equatable {
    let id: Int
    let cents: Int
    let refund: Int
}

@Controller struct DonationController {
    let donations: DonationService
    let receipts: ReceiptService

    @POST func give(body: NewDonation) async throws -> Created<Donation> {
        switch body.currency {
        case "EUR", "CHF", "GBP": break
        default:
            throw Problem(
                .unprocessableContent, code: "invalid_body",
                violations: [.init(.pointer("/currency"), code: "enum", "must be EUR, CHF or GBP")])
        }
        if let message = body.message, message.count > 280 {
            throw Problem(.unprocessableContent, "A message has up to 280 characters.")
        }
        let donation = try await donations.add(body)
        return Created(donation, at: "/donations/\(donation.id)")
    }

    @GET("/:id") func show(id: Int) async throws -> Donation {
        guard let donation = try await donations.find(id) else {
            throw Problem(.notFound, "There is no donation \(id).")
        }
        return donation
    }

    @GET("/:id/receipt") func receipt(id: Int) async throws -> HTML {
        guard let page = try await receipts.page(for: id) else {
            throw Problem(.notFound, "There is no donation \(id).")
        }
        return page
    }

    /// What the treasurer hands in, row by row.
    @GET("/tax") func tax(year: Int) async throws -> [TaxRow] {
        try await donations.all()
            .filter { $0.year == year }
            .map { donation in
                TaxRow(
                    id: donation.id, cents: donation.cents,
                    refund: donation.paysTax && donation.cents >= 10_00 ? donation.cents / 4 : 0)
            }
    }
}
