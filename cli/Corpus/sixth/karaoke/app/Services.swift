import Fledge
import FledgeData
import FledgeSQLite

/// What the bar's karaoke box can do.
struct Services: Sendable {
    let database: Database
    let songs: SongService
    let queue: QueueService
    let microphones: any Microphones

    init(database: Database) {
        self.database = database
        songs = SongService(store: SQLSongStore(database: database))
        queue = QueueService(store: SQLQueueStore(database: database))
        microphones = MicrophoneService()
    }

    init(environment: Environment) async throws {
        let database = try await Database.sqlite(path: "data/karaoke.sqlite")
        _ = try await Migrations(directory: "migrations").apply(to: database)
        self.init(database: database)
    }
}
