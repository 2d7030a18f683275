import Fledge

struct AuctionService: Sendable {
    let store: AuctionStore
    let now: @Sendable () -> Int

    func list(open: Bool) async throws -> [Auction] {
        let time = now()
        return try await store.all().filter { ($0.endsAt > time) == open }
    }

    func find(_ id: Int) async throws -> Auction? { try await store.find(id) }

    func start(_ new: NewAuction) async throws -> Created<Auction> {
        let auction = try await store.add(new, endsAt: now() + new.seconds)
        return Created(auction, at: "/auctions/\(auction.id)")
    }

    func update(_ auction: Auction) async throws {
        guard let current = try await store.find(auction.id) else { throw AuctionError.missing }
        guard current.endsAt > now() else { throw AuctionError.over }
        try await store.save(auction)
    }
}
