import Fledge
import FledgeData
import FledgeSQLite
import TicketDatabase
import TicketDesk

struct Services: Sendable {
    var exhibitions: Exhibitions
    var desk: Desk
    var sweeper: Sweeper
    var settings: Settings

    struct Settings: Sendable {
        var cronSecret = ""
        var isAudioGuideOn = false
    }
}

extension Services {
    /// The composition root: the only place that opens a database.
    init(environment: Environment) async throws {
        let database = try await Database.sqlite(path: environment["MUSEUM_DB"] ?? "museum.sqlite")
        try await Migrations(directory: "migrations").apply(to: database)
        try await database.execute("PRAGMA optimize")
        self.init(
            vault: SQLVault(database),
            settings: Settings(
                cronSecret: environment["CRON_SECRET"] ?? "",
                isAudioGuideOn: environment["FLAG_AUDIO"] == "on"))
    }

    init(vault: any TicketVault, settings: Settings) {
        self.init(
            exhibitions: Exhibitions(vault: vault), desk: Desk(vault: vault),
            sweeper: Sweeper(vault: vault), settings: settings)
    }
}
