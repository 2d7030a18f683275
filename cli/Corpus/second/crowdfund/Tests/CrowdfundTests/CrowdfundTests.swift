import Fledge
import FledgeDataTesting
import FledgeTesting
import Testing

@testable import Crowdfund

@Suite(.database(migrations: "migrations")) struct CrowdfundTests {
    @Test func `what is over takes no pledge`() async throws {
        let store = CampaignStore(database: try TestDatabase.current)
        let campaigns = CampaignService(store: store)
        let film = try await campaigns.start(NewCampaign(title: "Film", goal: 10_000, days: 3))
        try await campaigns.pledge(NewPledge(backer: "a@b.c", cents: 500), to: film.id)
        #expect(try await campaigns.pledges(of: film.id).count == 1)
        let late = CampaignService(store: store, today: { 3 })
        await #expect(throws: CampaignError.over) {
            try await late.pledge(NewPledge(backer: "a@b.c", cents: 500), to: film.id)
        }
        await #expect(throws: CampaignError.unknown(9)) { try await late.find(9) }
        #expect(try await late.list().count == 1)
    }

    @Test func `a campaign makes progress`() async throws {
        let store = CampaignStore(database: try TestDatabase.current)
        try await makeApp(campaigns: CampaignService(store: store)).test { client in
            try await client.post("/campaigns", json: ["title": "Film", "goal": 10000, "days": 3] as JSON).expect(.created)
            try await client.post("/campaigns/1/pledges", json: ["backer": "a@b.c", "cents": 9000] as JSON).expect(.accepted)
            try await client.get("/campaigns/1/progress")
                .expect(json: ["percent": 25, "backers": 1, "net": 2350, "succeeds": false])
            try await client.get("/campaigns").expect(.ok)
            try await client.get("/statistics/total").expect(json: ["cents": 9000])
            try await client.get("/statistics/newest?count=1").expect(.ok)
        }
    }
}
