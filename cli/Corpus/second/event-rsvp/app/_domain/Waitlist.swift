/// Lets people in from the waiting list when seats become free.
struct Waitlist: Sendable {
    let store: EventStore

    func advance() async throws -> [String] {
        var admitted: [String] = []
        for event in try await store.all() {
            let free = event.seats - (try await store.guests(of: event.id)).count
            guard free > 0 else { continue }
            let next = try await store.waiting(for: event.id).prefix(free)
            try await store.add(Array(next), to: event.id)
            admitted += next
        }
        return admitted
    }
}
