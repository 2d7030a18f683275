import Testing

@testable import TicketDesk

struct FakeVault: TicketVault {
    var left = 30
    func exhibition(_ slug: String) -> Exhibition? {
        slug == "klee" ? Exhibition(slug: "klee", title: "Klee", price: 1200, left: left) : nil
    }
    func keep(_ purchase: Purchase, cents: Int) -> Ticket {
        Ticket(id: 1, exhibition: purchase.exhibition, people: purchase.adults + purchase.children, cents: cents)
    }
    func tickets(skip: Int, take: Int) -> ([Ticket], Int) { ([], 0) }
    func releaseUnpaid() -> Int { 3 }
}

@Suite struct DeskTests {
    @Test(arguments: [(1, 0, 1200), (1, 2, 2400), (15, 0, 16_200)])
    func `children pay half, groups a tenth less`(adults: Int, children: Int, cents: Int) async throws {
        let ticket = try await Desk(vault: FakeVault())
            .sell(Purchase(exhibition: "klee", adults: adults, children: children))
        #expect(ticket.cents == cents)
    }

    @Test func `no more is sold than there is`() async throws {
        let desk = Desk(vault: FakeVault(left: 1))
        await #expect(throws: DeskError.soldOut(left: 1)) {
            try await desk.sell(Purchase(exhibition: "klee", adults: 2))
        }
        #expect(try await Sweeper(vault: FakeVault()).sweep() == 3)
        await #expect(throws: DeskError.noExhibition("x")) {
            try await Exhibitions(vault: FakeVault()).find("x")
        }
    }
}
