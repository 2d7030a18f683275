import Fledge
import FledgeTesting
import Foundation
import LoyaltyServices
import Testing

@testable import Loyalty

@Suite struct LoyaltyTests {
    let services = Services(now: { Date(timeIntervalSince1970: 1_795_000_000) })  // 18 November 2026

    @Test func `points buy a coffee`() async throws {
        let app = makeApp(services: services, environment: Environment(mode: .test, values: [:]))
        try await app.test { client in
            try await client.post("/members", json: ["name": "Ada"]).expect(.created)
            let receipt: JSON = ["cents": 9_500, "till": "A"]
            try await client.post("/members/1/purchases", json: receipt).expect(.ok)
            #expect(try await client.get("/members/1").member("points") == 95)
            try await client.post("/members/1/redemptions", json: ["reward": "espresso"]).expect(.ok)
            try await client.post("/members/1/redemptions", json: ["reward": "cake"])
                .expectProblem(.conflict)
            for list in ["purchases", "redemptions"] {
                let all = try await client.get("/members/1/\(list)?month=2026-11")
                #expect(all.text.contains("\"member\":1"))
                try await client.get("/members/1/\(list)?month=2026").expectProblem(.badRequest)
            }
        }
    }

    @Test func `gold counts twice`() async throws {
        let member = await services.members.join("Gil", tier: .gold)
        let route = PurchasesRoute(members: services.members)
        let credited = try await route.POST(id: member.id, body: Receipt(cents: 1_050, till: "B"))
        #expect(credited.points == 20)
    }

    @Test func `who brings a friend gets a hundred points`() async throws {
        let ada = await services.members.join("Ada")
        let friend = try await services.referrals.refer("Bob", by: ada.id)
        #expect(friend.points == 50)
        #expect(try await services.members.find(ada.id).points == 100)
    }
}
