import FledgeData
import TicketDesk

package struct SQLVault: TicketVault {
    private let database: Database
    package init(_ database: Database) { self.database = database }

    package func exhibition(_ slug: String) async throws -> Exhibition? {
        try await database.first(
            "SELECT * FROM exhibitions WHERE slug = \(slug) OR old_slug = \(slug) LIMIT 1", as: Exhibition.self)
    }

    package func keep(_ purchase: Purchase, cents: Int) async throws -> Ticket {
        let people = purchase.adults + purchase.children
        return try await database.transaction { tx in
            try await tx.execute(
                "UPDATE exhibitions SET left = left - \(people) WHERE slug = \(purchase.exhibition)")
            return try await tx.one(
                """
                INSERT INTO tickets (exhibition, people, cents)
                VALUES (\(purchase.exhibition), \(people), \(cents)) RETURNING *
                """, as: Ticket.self)
        }
    }

    package func tickets(skip: Int, take: Int) async throws -> ([Ticket], Int) {
        let total = try await database.one("SELECT count(*) FROM tickets", as: Int.self)
        let page = try await database.query(
            "SELECT * FROM tickets ORDER BY id LIMIT \(take) OFFSET \(skip)", as: Ticket.self)
        return (page, total)
    }

    package func releaseUnpaid() async throws -> Int {
        try await database.execute("DELETE FROM tickets WHERE paid_at IS NULL AND age > 30").changes
    }
}
