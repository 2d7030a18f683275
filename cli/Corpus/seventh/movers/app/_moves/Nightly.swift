import Fledge

/// Runs the reminders each night, beside the server.
struct Nightly: Service {
    let reminders: ReminderService

    func run() async throws {
        while !Task.isCancelled {
            for text in try await reminders.due() { print(text) }
            try await Task.sleep(for: .seconds(86_400))
        }
    }
}
