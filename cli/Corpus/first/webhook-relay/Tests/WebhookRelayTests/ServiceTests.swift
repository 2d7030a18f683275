import Testing

@testable import WebhookRelay

@Suite struct ServiceTests {
    @Test func `an event is taken once`() async throws {
        let events = EventService(queue: InMemoryQueue())
        #expect(try await events.accept(source: .github, payload: "x") == .queued)
        #expect(try await events.accept(source: .github, payload: "x") == .duplicate)
    }

    @Test func `after five attempts it is given up`() async throws {
        let queue = InMemoryQueue()
        _ = try await EventService(queue: queue).accept(source: .stripe, payload: "x")
        let deliveries = DeliveryService(queue: queue, send: { _ in false })
        for _ in 1...5 { #expect(try await deliveries.deliverDue().failed == 1) }
        #expect(try await deliveries.deliverDue() == DeliveryService.Report())
        #expect(try await deliveries.recent().count == 1)
        #expect(try await deliveries.prune() == 1)
    }
}
