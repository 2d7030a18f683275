import Fledge

@Controller struct DonationController {
    let donations: DonationService

    /// Takes a donation; a receipt is a page or a document, as the donor's program asks.
    @POST func give(body: NewDonation, accept: Header<String>?) async throws -> Response {
        let donation = try await donations.give(body)
        guard accept?.value.contains("text/plain") == true else {
            return Response.json(donation, status: .created)
        }
        let amount = "\(donation.cents / 100).\(donation.cents % 100 < 10 ? "0" : "")\(donation.cents % 100)"
        return Response.text("Thank you, \(donation.donor), for \(amount).", status: .created)
    }

    @GET("/:id") func show(id: Int) async throws -> Donation? { try await donations.find(id) }
}
