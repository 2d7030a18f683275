import Fledge
import FledgeDataTesting
import FledgeTesting
import Testing

@testable import DonationBox

@Suite(.database(migrations: "migrations")) struct DonationTests {
    @Test func `a reference counts once`() async throws {
        let donations = DonationService(store: DonationStore(database: try TestDatabase.current))
        let new = NewDonation(donor: "Ada", cents: 5_000, reference: "ABCD1234")
        let donation = try await donations.give(new)
        await #expect(throws: DonationError.twice("ABCD1234")) { try await donations.give(new) }
        #expect(try await donations.find(donation.id) == donation)
        #expect(try await donations.totals() == ["Ada": 5_000])
    }

    @Test func `a donation is given, thanked for and exported`() async throws {
        try await makeApp(database: try TestDatabase.current).test { client in
            let gift: JSON = ["donor": "Ada", "cents": 25005, "reference": "ABCD1234"]
            let thanks = try await client.post("/donations", json: gift, headers: [.accept: "text/plain"])
            #expect(thanks.text == "Thank you, Ada, for 250.05.")
            try await client.post("/donations", json: gift).expectProblem(.conflict, code: "twice")
            try await client.get("/donations/1").expect(.ok)
            try await client.get("/donors").expect(json: [["name": "Ada", "total": 25005, "tier": "friend"]])
            #expect(try await client.get("/export/donations.csv").text == "id;donor;cents\n1;Ada;25005\n")
        }
    }
}
