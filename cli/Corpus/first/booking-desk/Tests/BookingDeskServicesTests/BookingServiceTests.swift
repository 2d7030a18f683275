import BookingDeskServices
import Testing

@Suite struct BookingServiceTests {
    let bookings = BookingService(store: InMemoryBookingStore(), now: { 100 })

    @Test func `a room is booked once`() async throws {
        let wish = Booking.Request(room: "blue", start: 200, end: 300, guest: "a@b.c")
        let booking = try await bookings.book(wish)
        #expect(booking.state == .confirmed)
        await #expect(throws: BookingError.roomTaken("blue")) { try await bookings.book(wish) }
        #expect(try await bookings.list(room: "blue", from: 0) == [booking])
        #expect(try await bookings.find(booking.id) == booking)
    }

    @Test func `what has begun cannot be cancelled`() async throws {
        let early = try await bookings.book(.init(room: "red", start: 50, end: 150, guest: "a@b.c"))
        await #expect(throws: BookingError.tooLate) { try await bookings.cancel(early.id) }
    }
}
