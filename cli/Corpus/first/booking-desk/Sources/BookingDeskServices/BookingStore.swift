import Synchronization

package protocol BookingStore: Sendable {
    func add(_ request: Booking.Request, state: Booking.State) async throws -> Booking
    func find(_ id: Int) async throws -> Booking?
    func list(room: String) async throws -> [Booking]
    func set(_ state: Booking.State, of id: Int) async throws
}

package final class InMemoryBookingStore: BookingStore {
    private let all = Mutex<[Int: Booking]>([:])

    package init() {}

    package func add(_ request: Booking.Request, state: Booking.State) async throws -> Booking {
        all.withLock { all in
            let booking = Booking(
                id: all.count + 1, room: request.room, start: request.start, end: request.end, state: state)
            all[booking.id] = booking
            return booking
        }
    }

    package func find(_ id: Int) async throws -> Booking? { all.withLock { $0[id] } }

    package func list(room: String) async throws -> [Booking] {
        all.withLock { all in all.values.filter { $0.room == room }.sorted { $0.start < $1.start } }
    }

    package func set(_ state: Booking.State, of id: Int) async throws {
        all.withLock { $0[id]?.state = state }
    }
}
