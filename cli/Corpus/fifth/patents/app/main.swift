import Fledge
import Foundation
import ServiceLifecycle

await serve {
    let docket = Docket()
    let app = makeApp(docket: docket, environment: try Environment.load())
    app.addServices(
        Reminders(service: ReminderService(patents: PatentService(docket: docket))))
    return app
}

/// Prints the letters of the day.
struct Reminders: Service {
    let service: ReminderService

    func run() async throws {
        while !Task.isCancelled {
            for letter in await service.letters(on: Date()) { print(letter) }
            try await Task.sleep(for: .seconds(86_400))
        }
    }
}
