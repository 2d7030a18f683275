/// Sells tickets and takes them back.
package struct TicketOffice: Sendable {
    package struct Sale: Sendable {
        package let ticket: Ticket
        package let isNew: Bool
        package let remaining: Int
        package var isScarce: Bool { remaining < 10 }
    }

    package enum Refund: Equatable, Sendable { case refunded(Int), alreadyUsed, unknown }

    package static let capacity = 200
    package static let perPerson = 4

    let store: any TicketStore

    package func tickets(of event: Int, holder: String?) async throws -> [Ticket] {
        try await store.tickets(of: event).filter { holder == nil || $0.holder == holder }
    }

    package func sell(_ purchase: Purchase, for event: Int, key: String?) async throws -> Sale {
        let sold = try await store.tickets(of: event)
        if let key, let earlier = sold.first(where: { $0.code == "\(event)-\(key)" }) {
            return Sale(ticket: earlier, isNew: false, remaining: Self.capacity - sold.count)
        }
        guard sold.count < Self.capacity else { throw TicketError.soldOut }
        guard sold.filter({ $0.holder == purchase.holder }).count < Self.perPerson else {
            throw TicketError.tooManyForOne(Self.perPerson)
        }
        let ticket = Ticket(
            code: "\(event)-\(key ?? String(sold.count + 1))", event: event, holder: purchase.holder,
            cents: purchase.place == "seat" ? 6_500 : 4_000)
        try await store.put(ticket)
        return Sale(ticket: ticket, isNew: true, remaining: Self.capacity - sold.count - 1)
    }

    /// Ninety per cent come back, unless the ticket was used.
    package func refund(_ code: String) async throws -> Refund {
        guard let ticket = try await store.find(code) else { return .unknown }
        guard ticket.usedAt == nil else { return .alreadyUsed }
        try await store.remove(code)
        return .refunded(ticket.cents * 9 / 10)
    }
}
