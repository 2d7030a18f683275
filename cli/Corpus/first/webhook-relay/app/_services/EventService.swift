/// Takes events in, each of them once.
struct EventService: Sendable {
    enum Source: String, Codable, Sendable { case stripe, github }
    enum Outcome: Sendable { case queued, duplicate }

    let queue: any EventQueue

    func accept(source: Source, payload: String) async throws -> Outcome {
        let event = Event(source: source, payload: payload, key: "\(source.rawValue):\(payload.hashValue)")
        return try await queue.push(event) ? .queued : .duplicate
    }
}

struct Event: Codable, Sendable, Hashable {
    let source: EventService.Source
    let payload: String
    let key: String
    var attempts = 0
    var isDone = false
}
