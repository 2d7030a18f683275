import FledgeSchema

@Schema struct Event: Hashable, Sendable {
    let id: Int
    let title: String
    /// In minutes.
    let start: Int
    let seats: Int
}

@Schema struct NewEvent: Sendable {
    @Field(.length(1...120)) var title: String
    @Field(.range(0...100_000_000)) var start: Int
    @Field(.range(1...5000)) var seats: Int
}

enum EventError: Error, Equatable { case unknown, full }

struct Events: Sendable {
    let store: EventStore

    func list(after minute: Int) async throws -> [Event] { try await store.all().filter { $0.start >= minute } }
    func add(_ new: NewEvent) async throws -> Event { try await store.add(new) }

    func find(_ id: Int) async throws -> Event {
        guard let event = try await store.all().first(where: { $0.id == id }) else { throw EventError.unknown }
        return event
    }

    /// How many seats are left. A twentieth more than there are may come: some never do.
    func reply(_ guests: [String], to id: Int) async throws -> Int {
        let event = try await find(id)
        let taken = try await store.guests(of: id)
        guard taken.count + guests.count <= event.seats * 105 / 100 else { throw EventError.full }
        try await store.add(guests, to: id)
        return max(0, event.seats - taken.count - guests.count)
    }
}
