import ServiceLifecycle

struct WaitlistWorker: Service {
    let waitlist: Waitlist

    func run() async throws {
        while !Task.isCancelled {
            for name in try await waitlist.advance() { print("admitted \(name)") }
            try await Task.sleep(for: .seconds(300))
        }
    }
}
