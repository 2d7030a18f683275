import Fledge
import FledgeData
import FledgeSQLite

@Settings struct MarketSettings {
    /// What the bank signs its calls with.
    var bankSecret: Secret
    var marketDatabase: String = "data/market.sqlite"
}

struct Services: Sendable {
    let database: Database
    let stalls: StallService
    let days: DayService
    let signatures: any SignatureChecking

    init(database: Database, bankSecret: Secret) {
        self.database = database
        stalls = StallService(store: SQLStallStore(database: database))
        days = DayService(days: MarketDay.season)
        signatures = SignatureService(secret: bankSecret.reveal())
    }

    init(environment: Environment) async throws {
        let settings = try MarketSettings(environment: environment)
        let database = try await Database.sqlite(path: settings.marketDatabase)
        _ = try await Migrations(directory: "migrations").apply(to: database)
        self.init(database: database, bankSecret: settings.bankSecret)
    }
}
