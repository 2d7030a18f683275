import Fledge

@Schema struct MicrophoneHint {
    let singer: String
    let side: String
    let minutes: Int
}

@Route struct MicrophonesRoute {
    let queue: QueueService
    let microphones: any Microphones

    /// Which microphone the next singer takes, and how long until then.
    func GET() async throws -> MicrophoneHint? {
        let waiting = try await queue.waiting()
        guard let next = waiting.first else { return nil }
        return MicrophoneHint(
            singer: next.singer, side: microphones.assign(to: next), minutes: wait(waiting.count))
    }

    private func wait(_ singers: Int) -> Int {
        let breaks = singers / 8
        return singers * 4 + breaks * 10
    }
}
