package protocol TicketStore: Sendable {
    func tickets(of event: Int) async throws -> [Ticket]
    func find(_ code: String) async throws -> Ticket?
    func put(_ ticket: Ticket) async throws
    func remove(_ code: String) async throws
}

package actor InMemoryTickets: TicketStore {
    private var all: [String: Ticket] = [:]
    package init() {}
    package func tickets(of event: Int) -> [Ticket] { all.values.filter { $0.event == event } }
    package func find(_ code: String) -> Ticket? { all[code] }
    package func put(_ ticket: Ticket) { all[ticket.code] = ticket }
    package func remove(_ code: String) { all[code] = nil }
}
