import Fledge
import FledgeDataTesting
import FledgeTesting
import Testing

@testable import AuctionHouse

@Suite(.database(migrations: "migrations")) struct AuctionTests {
    @Test func `what is over takes no bid`() async throws {
        let database = try TestDatabase.current
        let auctions = Services(database: database, now: { 0 }).auctions
        var auction = try await auctions.start(NewAuction(title: "Vase", price: 1_000, seconds: 60)).value
        auction.price = 2_000
        try await auctions.update(auction)
        #expect(try await auctions.find(auction.id)?.price == 2_000)
        let later = Services(database: database, now: { 99 }).auctions
        await #expect(throws: AuctionError.over) { try await later.update(auction) }
        #expect(try await later.list(open: false).count == 1)
    }

    @Test func `a bid has to be high enough`() async throws {
        try await makeApp(services: Services(database: try TestDatabase.current)).test { client in
            try await client.post("/auctions", json: ["title": "Vase", "price": 1000, "seconds": 600] as JSON).expect(.created)
            try await client.post("/auctions/1/bids", json: ["bidder": "ada", "cents": 1050] as JSON)
                .expectProblem(.conflict, code: "too_low")
            try await client.post("/auctions/1/bids", json: ["bidder": "ada", "cents": 1100] as JSON).expect(.ok)
            try await client.get("/auctions").expect(.ok)
            try await client.get("/auctions/1").expect(.ok)
            try await client.get("/hall-of-fame").expect(json: [["leader": "ada", "spent": 1100]])
        }
    }
}
