/// Who leads too many auctions at once is asked to call.
struct FraudService: Sendable {
    let store: AuctionStore

    func isTrusted(_ bidder: String) async throws -> Bool {
        let led = try await store.all().filter { $0.leader == bidder }
        return led.count < 10 && led.map(\.price).reduce(0, +) < 5_000_000
    }
}
