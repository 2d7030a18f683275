import BookingDeskDatabase
import BookingDeskServices
import FledgeDataTesting
import Testing

@Test(.database(migrations: "migrations"))
func `a booking is kept as it was asked for`() async throws {
    let store = SQLBookingStore(try TestDatabase.current)
    let wish = Booking.Request(room: "blue", start: 1, end: 2, guest: "a@b.c")
    let booking = try await store.add(wish, state: .pending)
    try await store.set(.confirmed, of: booking.id)
    #expect(try await store.find(booking.id)?.state == .confirmed)
    #expect(try await store.list(room: "blue").count == 1)
}
