import Fledge

@Schema struct NewBid: Sendable {
    @Field(.length(1...40)) var bidder: String
    @Field(.range(1...100_000_000)) var cents: Int
}

@Controller struct AuctionController {
    let auctions: AuctionService

    @GET func list(open: Bool = true) async throws -> [Auction] { try await auctions.list(open: open) }

    @POST func start(body: NewAuction) async throws -> Created<Auction> { try await auctions.start(body) }

    @GET("/:id") func show(id: Int) async throws -> Auction? { try await auctions.find(id) }

    /// Bids. A bid that is too low is told what would be enough.
    @POST("/:id/bids") func bid(id: Int, body: NewBid) async throws -> Auction {
        guard var auction = try await auctions.find(id) else { throw AuctionError.missing }
        let step = auction.price < 10_000 ? 100 : auction.price / 50
        let least = auction.price + step
        guard body.cents >= least else {
            throw Problem(.conflict, "Bid at least \(least).", code: "too_low", extensions: ["least": .integer(least)])
        }
        if auction.endsAt - auctions.now() < 60 { auction.endsAt += 60 }
        auction.price = body.cents
        auction.leader = body.bidder
        try await auctions.update(auction)
        return auction
    }
}
