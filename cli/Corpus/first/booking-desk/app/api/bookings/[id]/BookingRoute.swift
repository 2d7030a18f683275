import BookingDeskServices
import Fledge

@Route struct BookingRoute {
    let bookings: BookingService

    func GET(id: Int) async throws -> Booking {
        guard let booking = try await bookings.find(id) else {
            throw Problem(.notFound, "There is no booking \(id).")
        }
        return booking
    }

    func DELETE(id: Int) async throws -> Response {
        try await bookings.cancel(id)
        return Response(.noContent)
    }
}
