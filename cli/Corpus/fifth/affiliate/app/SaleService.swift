import Foundation

struct SaleService: Sendable {
    let store: AffiliateStore
    var now: @Sendable () -> Date = { Date() }

    func sold(_ event: SaleEvent) async throws {
        guard let partner = try await store.partner(event.partner), !partner.isBlocked else {
            return
        }
        try await store.add(
            Sale(
                id: event.id, partner: partner.code, cents: event.cents, soldAt: now(),
                isPaidOut: false))
    }

    func refunded(_ event: SaleEvent) async throws {
        try await store.removeSale(event.id)
    }
}
