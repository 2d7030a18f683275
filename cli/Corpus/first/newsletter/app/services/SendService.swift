/// Sends an issue, in portions that the mail provider takes.
struct SendService: Sendable {
    static let portion = 500

    let subscribers: SubscriberService
    var deliver: @Sendable ([String]) async throws -> Void = { _ in }

    func send(language: String) async throws -> Int {
        let addresses = try await subscribers.list(active: true).filter { $0.language == language }.map(\.email)
        for start in stride(from: 0, to: addresses.count, by: Self.portion) {
            try await deliver(Array(addresses[start..<min(start + Self.portion, addresses.count)]))
        }
        return addresses.count
    }
}
