import DonationsServices
import Fledge
import FledgeTesting
import Testing

@testable import Donations

@Suite struct DonationTests {
    let donations = DonationService()

    private var controller: DonationController {
        DonationController(
            donations: donations, receipts: ReceiptService(donations: donations))
    }

    private func ada(_ cents: Int) -> NewDonation {
        NewDonation(name: "Ada King Lovelace", campaign: "roof", cents: cents, year: 2026)
    }

    @Test func `a gift has a receipt and a refund`() async throws {
        let gift = try await controller.give(body: ada(40_00)).value
        #expect(try await controller.show(id: gift.id) == gift)
        #expect(try await controller.receipt(id: 1).text.contains("2026-1"))
        _ = try await controller.give(body: ada(9_99))
        #expect(try await controller.tax(year: 2026).map(\.refund) == [10_00, 0])
    }

    @Test func `names are short in public`() async throws {
        _ = try await donations.add(ada(5_00))
        #expect(try await WallController(donations: donations).latest(limit: 5) == ["Ada L."])
        let progress = try await CampaignController(donations: donations)
            .progress(campaign: "roof")
        #expect(progress == Progress(campaign: "roof", cents: 5_00, patrons: ["Ada L."]))
    }

    @Test func `a currency that the bank does not take is refused`() async throws {
        let app = makeApp(
            donations: donations, receipts: ReceiptService(donations: donations))
        try await app.test { client in
            var gift = ada(5_00)
            gift.currency = "XAU"
            try await client.post("/donations", json: gift)
                .expectProblem(.unprocessableContent, pointer: "/currency", code: "enum")
        }
    }

    @Test func `a firm doubles up to its limit`() async throws {
        let matching = MatchingService(limits: ["Acme": 30_00])
        _ = try await donations.add(ada(40_00))
        #expect(matching.matched(10_00, by: "Acme") == 10_00)
        let pledges = PledgeService(donations: donations, matching: matching)
        #expect(try await pledges.owed(by: "Acme", for: "roof") == 30_00)
    }
}
