import BookingDeskServices
import FledgeData

package struct SQLBookingStore: BookingStore {
    let database: Database

    package init(_ database: Database) { self.database = database }

    package func add(_ request: Booking.Request, state: Booking.State) async throws -> Booking {
        try await database.one(
            """
            INSERT INTO bookings (room, start, "end", guest, state)
            VALUES (\(request.room), \(request.start), \(request.end), \(request.guest), \(state))
            RETURNING *
            """, as: Booking.self)
    }

    package func find(_ id: Int) async throws -> Booking? {
        try await database.first("SELECT * FROM bookings WHERE id = \(id)", as: Booking.self)
    }

    package func list(room: String) async throws -> [Booking] {
        try await database.query(
            "SELECT * FROM bookings WHERE room = \(room) ORDER BY start", as: Booking.self)
    }

    package func set(_ state: Booking.State, of id: Int) async throws {
        try await database.execute("UPDATE bookings SET state = \(state) WHERE id = \(id)")
    }
}
