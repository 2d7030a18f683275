import Fledge

@Route struct EventsRoute {
    let events: Events

    func GET(after: Int = 0) async throws -> [Event] { try await events.list(after: after) }
    func POST(body: NewEvent) async throws -> Created<Event> { Created(try await events.add(body)) }
}
