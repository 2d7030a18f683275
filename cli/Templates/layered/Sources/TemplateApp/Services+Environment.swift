import Fledge
import FledgeData
import FledgeSQLite
import TemplateAppDatabase
import TemplateAppServices

/// What the app reads from its environment, or from .env.
@Settings struct AppSettings {
    /// The file that holds everything: DATABASE_PATH.
    var databasePath: String = "data/template-app.sqlite"
}

extension Services {
    /// Opens the database, brings it up to date and builds the services on it.
    init(environment: Environment) async throws {
        let settings = try AppSettings(environment: environment)
        let database = try await Database.sqlite(path: settings.databasePath)
        _ = try await Migrations(directory: "migrations").apply(to: database)
        self.init(notes: NoteService(store: SQLNoteStore(database)))
    }
}
