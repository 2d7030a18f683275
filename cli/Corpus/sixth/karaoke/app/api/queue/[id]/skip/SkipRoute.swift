import Fledge

@Route struct SkipRoute {
    let queue: QueueService

    /// The singer has gone home.
    func POST(id: Int) async throws -> QueueEntry {
        try await queue.skip(id)
    }
}
