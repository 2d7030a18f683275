import Fledge
import FledgeData
import FledgeSQLite

struct Services: Sendable {
    let database: Database
    let campaigns: CampaignService
    let subscribers: SubscriberService
    let bounces: any BounceHandling
    let digests: DigestService

    init(database: Database) {
        self.database = database
        subscribers = SubscriberService(database: database)
        campaigns = CampaignService(database: database)
        bounces = BounceService(database: database)
        digests = DigestService(campaigns: campaigns)
    }

    init(environment: Environment) async throws {
        let database = try await Database.sqlite(path: environment["NEWS_DB"] ?? "news.sqlite")
        _ = try await Migrations(directory: "migrations").apply(to: database)
        self.init(database: database)
    }
}
