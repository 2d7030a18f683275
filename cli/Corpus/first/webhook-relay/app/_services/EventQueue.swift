protocol EventQueue: Sendable {
    func push(_ event: Event) async throws -> Bool
    func all() async -> [Event]
    func update(_ event: Event) async
    func remove(_ key: String) async
}

actor InMemoryQueue: EventQueue {
    private var events: [Event] = []

    func push(_ event: Event) -> Bool {
        guard !events.contains(where: { $0.key == event.key }) else { return false }
        events.append(event)
        return true
    }

    func all() -> [Event] { events }

    func update(_ event: Event) {
        guard let index = events.firstIndex(where: { $0.key == event.key }) else { return }
        events[index] = event
    }

    func remove(_ key: String) { events.removeAll { $0.key == key } }
}
