/// Lets people in, once each.
package struct Gate: Sendable {
    package enum Verdict: Equatable, Sendable {
        case welcome(String), again(door: String), unknown

        package var isWelcome: Bool { if case .welcome = self { true } else { false } }
    }

    let store: any TicketStore

    package func admit(_ code: String, at door: String) async throws -> Verdict {
        guard var ticket = try await store.find(code) else { return .unknown }
        if let used = ticket.usedAt { return .again(door: used) }
        ticket.usedAt = door
        try await store.put(ticket)
        return .welcome(ticket.holder)
    }
}

package struct Services: Sendable {
    package let office: TicketOffice
    package let gate: Gate

    package init(store: any TicketStore) {
        office = TicketOffice(store: store)
        gate = Gate(store: store)
    }
}
