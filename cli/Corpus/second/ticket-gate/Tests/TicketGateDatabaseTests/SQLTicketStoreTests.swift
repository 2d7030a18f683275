import FledgeDataTesting
import Testing
import TicketGateDatabase
import TicketGateServices

@Test(.database(migrations: "migrations"))
func `a ticket is kept, used and removed`() async throws {
    let store = SQLTicketStore(try TestDatabase.current)
    try await store.put(Ticket(code: "1-a", event: 1, holder: "Ada", cents: 4_000))
    try await store.put(Ticket(code: "1-a", event: 1, holder: "Ada", cents: 4_000, usedAt: "north"))
    #expect(try await store.find("1-a")?.usedAt == "north")
    try await store.remove("1-a")
    #expect(try await store.tickets(of: 1).isEmpty)
}
