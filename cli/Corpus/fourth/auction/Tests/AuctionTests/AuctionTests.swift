import Fledge
import FledgeData
import FledgeDataTesting
import FledgeTesting
import Testing

@testable import Auction

private struct InstantSettlement: Settling {
    func settle(_ lot: Lot) -> String { "stub-\(lot.id)" }
}

@Suite struct AuctionTests {
    private func open(_ body: (TestClient) async throws -> Void) async throws {
        let app = makeApp(database: try TestDatabase.current, settlement: InstantSettlement())
        try await app.test { client in
            var client = client
            client.headers["Bidder"] = "7"
            let clock: JSON = ["title": "Clock", "reserve": 500]
            try await client.post("/lots", json: clock).expect(.created)
            try await body(client)
        }
    }

    @Test(.database(migrations: "migrations"))
    func `bids go up by steps`() async throws {
        try await open { client in
            try await client.post("/lots/1/bids", json: ["amount": 40])
                .expectProblem(.conflict, code: "too_low")
            try await client.post("/lots/1/bids", json: ["amount": 1_000]).expect(.created)
            try await client.post("/lots/1/bids", json: ["amount": 1_100])
                .expectProblem(.conflict, code: "too_low")
            try await client.get("/lots/1/bids").expect(json: [1_000])
        }
    }

    @Test(.database(migrations: "migrations"))
    func `the winner pays a premium and the seller is settled with`() async throws {
        try await open { client in
            try await client.send(.post, "/lots/1/settlement").expectProblem(.conflict)
            try await client.post("/lots/1/bids", json: ["amount": 200_000]).expect(.created)
            try await client.get("/lots/1").expect(.ok)
            let invoice = try await client.get("/lots/1/invoice").json(Invoice.self)
            #expect(invoice == Invoice(hammer: 200_000, premium: 30_000, total: 230_000))
            try await client.send(.post, "/lots/1/settlement").expect(.accepted)
        }
    }

    @Test(.database(migrations: "migrations"))
    func `the feed is Atom for those who like it`() async throws {
        try await open { client in
            let feed = try await client.get("/feed", headers: [.accept: "application/atom+xml"])
            #expect(feed.text == "<feed><entry><title>Clock</title></entry></feed>")
        }
    }
}
