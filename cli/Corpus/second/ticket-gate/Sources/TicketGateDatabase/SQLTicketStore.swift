import FledgeData
import TicketGateServices

package struct SQLTicketStore: TicketStore {
    let database: Database
    package init(_ database: Database) { self.database = database }

    package func tickets(of event: Int) async throws -> [Ticket] {
        try await database.query("SELECT * FROM tickets WHERE event = \(event)", as: Ticket.self)
    }

    package func find(_ code: String) async throws -> Ticket? {
        try await database.first("SELECT * FROM tickets WHERE code = \(code)", as: Ticket.self)
    }

    package func put(_ ticket: Ticket) async throws {
        try await database.execute(
            """
            INSERT INTO tickets (code, event, holder, cents, used_at)
            VALUES (\(ticket.code), \(ticket.event), \(ticket.holder), \(ticket.cents), \(ticket.usedAt))
            ON CONFLICT (code) DO UPDATE SET used_at = excluded.used_at
            """)
    }

    package func remove(_ code: String) async throws {
        try await database.execute("DELETE FROM tickets WHERE code = \(code)")
    }
}
