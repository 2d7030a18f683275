import Fledge
import Foundation

@Settings struct CrosswordSettings {
    /// What the scheduler says.
    var cronKey: Secret
}

struct Services: Sendable {
    var puzzles: PuzzleService
    var publishing: PublishingService
    var cronKey: CronKey

    init(environment: Environment) async throws {
        let settings = try CrosswordSettings(environment: environment)
        self.init(shelf: PuzzleShelf(), cronKey: settings.cronKey.reveal())
    }

    init(shelf: PuzzleShelf, cronKey: String) {
        puzzles = PuzzleService(shelf: shelf)
        publishing = PublishingService(shelf: shelf)
        self.cronKey = CronKey(value: cronKey)
    }
}

/// What the scheduler sends along, so that nobody else starts its jobs.
struct CronKey: Sendable {
    let value: String

    func matches(_ field: String?) -> Bool { field == "Bearer \(value)" }
}
