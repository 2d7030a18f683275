protocol Mailer: Sendable {
    func send(_ subject: String) async throws
}

struct ConsoleMailer: Mailer {
    func send(_ subject: String) async throws { print(subject) }
}

/// Tells those who watch a branch what became of it.
struct NotifyService: Sendable {
    let mailer: any Mailer

    func tell(_ build: Build) async throws {
        guard build.state != .running else { return }
        try await mailer.send("[\(build.branch)] \(build.state.rawValue)")
    }
}
