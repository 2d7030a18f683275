/// The rules of the desk.
package struct BookingService: Sendable {
    let store: any BookingStore
    let now: @Sendable () -> Int

    package init(store: any BookingStore, now: @escaping @Sendable () -> Int) {
        self.store = store
        self.now = now
    }

    package func list(room: String, from: Int) async throws -> [Booking] {
        try await store.list(room: room).filter { $0.end > from }
    }

    package func find(_ id: Int) async throws -> Booking? { try await store.find(id) }

    /// Books, unless somebody else has the room. The ballroom is approved by hand.
    package func book(_ request: Booking.Request) async throws -> Booking {
        let others = try await store.list(room: request.room)
        guard !others.contains(where: { $0.state != .cancelled && $0.overlaps(request) }) else {
            throw BookingError.roomTaken(request.room)
        }
        return try await store.add(request, state: request.room == "ballroom" ? .pending : .confirmed)
    }

    package func cancel(_ id: Int) async throws {
        guard let booking = try await store.find(id) else { throw BookingError.notFound(id) }
        guard booking.start > now() else { throw BookingError.tooLate }
        try await store.set(.cancelled, of: id)
    }
}
