import FledgeTesting
import Foundation
import RinkCore
import Testing

@testable import IceRink

@Suite struct RinkTests {
    let noon = Date(timeIntervalSince1970: 1_770_000_000)

    @Test func `sessions are listed in their order`() async throws {
        try await makeApp(Services()).test { client in
            for (title, hour) in [("Disco", 8.0), ("Families", 2.0)] {
                let new = NewSession(
                    title: title, startsAt: noon.addingTimeInterval(hour * 3600), places: 80)
                try await client.post("/api/sessions", json: new).expect(.created)
            }
            let sessions = try await client.get("/api/sessions").expect(.ok).json([Session].self)
            #expect(sessions.map(\.title) == ["Families", "Disco"])
        }
    }

    @Test(arguments: [("", 10), ("Late", 0), ("Late", 401)])
    func `a session that makes no sense is refused`(title: String, places: Int) async throws {
        try await makeApp(Services()).test { client in
            let new = NewSession(title: title, startsAt: noon, places: places)
            try await client.post("/api/sessions", json: new).expectProblem(.unprocessableContent)
        }
    }

    @Test func `a child pays less, until the ice is full`() async throws {
        let services = Services()
        let session = await services.sessions.open(
            NewSession(title: "Families", startsAt: noon, places: 1))
        let route = TicketsRoute(sessions: services.sessions)
        let ticket = try await route.POST(
            id: session.id, body: TicketOrder(age: 9, ownSkates: true))
        #expect(ticket.cents == 450)
        await #expect(throws: RinkError.soldOut(session.id)) {
            try await route.POST(id: session.id, body: TicketOrder(age: 9))
        }
    }

    @Test func `skates that come late cost something`() async throws {
        let services = Services()
        let rental = try await RentalsRoute(rentals: services.rentals)
            .POST(body: NewRental(size: 42, until: noon)).value
        let route = RentalRoute(
            rentals: services.rentals, now: { noon.addingTimeInterval(1_000) })
        #expect(try await route.DELETE(id: rental.id).lateFee == 300)
        await #expect(throws: RinkError.noSuchRental(rental.id)) {
            try await route.DELETE(id: rental.id)
        }
    }
}
