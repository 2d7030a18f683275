import ServiceLifecycle

/// Reminds speakers each day of what they have not confirmed.
struct ReminderService: Service {
    let talks: TalkService

    func run() async throws {
        while !Task.isCancelled {
            for line in try await due() { print(line) }
            try await Task.sleep(for: .seconds(86_400))
        }
    }

    func due() async throws -> [String] {
        try await talks.all().filter { $0.state == .accepted }
            .map { "Speaker \($0.speaker): please confirm '\($0.title)'." }
    }
}
