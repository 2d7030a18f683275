/// Sends events on, and gives up after five attempts.
struct DeliveryService: Sendable {
    static let maximumAttempts = 5

    struct Report: Codable, Equatable, Sendable {
        var delivered = 0
        var failed = 0
    }

    let queue: any EventQueue
    var send: @Sendable (Event) async -> Bool = { _ in true }

    func deliverDue() async throws -> Report {
        var report = Report()
        for var event in await queue.all() where !event.isDone && event.attempts < Self.maximumAttempts {
            event.attempts += 1
            event.isDone = await send(event)
            if event.isDone { report.delivered += 1 } else { report.failed += 1 }
            await queue.update(event)
        }
        return report
    }

    func recent() async throws -> [Event] { await queue.all().suffix(50) }

    func prune() async throws -> Int {
        let done = await queue.all().filter { $0.isDone || $0.attempts >= Self.maximumAttempts }
        for event in done { await queue.remove(event.key) }
        return done.count
    }
}
