import BookingDeskServices
import Fledge
import FledgeTesting
import Testing

@testable import BookingDesk

@Suite struct BookingAPITests {
    let services = Services(store: InMemoryBookingStore(), now: { 0 })

    @Test func `a room is booked, seen and given back`() async throws {
        try await makeApp(services: services, environment: Environment(mode: .test)).test { client in
            let wish = Booking.Request(room: "blue", start: 10, end: 20, guest: "a@b.c")
            try await client.post("/api/bookings", json: wish).expect(.created)
            try await client.get("/api/bookings/1").expect(.ok)
            try await client.post("/api/bookings", json: wish).expectProblem(.conflict, code: "room_taken")
            try await client.delete("/api/bookings/1").expect(.noContent)
            try await client.get("/api/bookings?room=blue").expect(.ok)
        }
    }

    @Test func `the ballroom waits for approval`() async throws {
        let route = BookingsRoute(bookings: services.bookings)
        let answer = try await route.POST(
            body: .init(room: "ballroom", start: 1, end: 2, guest: "a@b.c"))
        #expect(answer.status == .accepted)
    }
}
