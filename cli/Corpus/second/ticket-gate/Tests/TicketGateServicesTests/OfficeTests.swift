import Testing
import TicketGateServices

@Suite struct OfficeTests {
    let services = Services(store: InMemoryTickets())

    @Test func `four tickets are enough for one person`() async throws {
        let wish = Purchase(holder: "Ada", place: "stand")
        for number in 1...4 {
            #expect(try await services.office.sell(wish, for: 1, key: "k\(number)").isNew)
        }
        #expect(try await !services.office.sell(wish, for: 1, key: "k1").isNew)
        await #expect(throws: TicketError.tooManyForOne(4)) {
            try await services.office.sell(wish, for: 1, key: nil)
        }
        #expect(try await services.office.tickets(of: 1, holder: "Ada").count == 4)
    }

    @Test func `what was used at the gate is not paid back`() async throws {
        let code = try await services.office.sell(Purchase(holder: "Bob", place: "seat"), for: 1, key: "b").ticket.code
        #expect(try await services.gate.admit(code, at: "north") == .welcome("Bob"))
        #expect(try await services.gate.admit(code, at: "south") == .again(door: "north"))
        #expect(try await services.office.refund(code) == .alreadyUsed)
    }
}
