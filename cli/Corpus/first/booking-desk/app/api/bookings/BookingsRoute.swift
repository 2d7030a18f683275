import BookingDeskServices
import Fledge

@Route struct BookingsRoute {
    let bookings: BookingService

    /// What is booked on one day.
    func GET(room: String, from: Int = 0) async throws -> [Booking] {
        try await bookings.list(room: room, from: from)
    }

    /// Books a room, or waits for a member of staff when the room asks for it.
    func POST(body: Booking.Request) async throws -> Response {
        let booking = try await bookings.book(body)
        // What has to be approved is accepted, not created yet.
        let status: Status = booking.state == .pending ? .accepted : .created
        return Response.json(booking, status: status)
            .header(.location, "/api/bookings/\(booking.id)")
    }
}
