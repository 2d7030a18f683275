import Fledge
import FledgeData
import FledgeSQLite
import Foundation
import ServiceLifecycle

@Settings struct AffiliateSettings {
    var shopSecret: Secret
    var refundSecret: Secret
    var cronSecret: Secret
}

await serve {
    let settings = try AffiliateSettings(environment: try Environment.load())
    let database = try await Database.sqlite(path: "data/affiliate.sqlite")
    _ = try await Migrations(directory: "migrations").apply(to: database)
    let secrets = Secrets(
        shop: settings.shopSecret.reveal(), refunds: settings.refundSecret.reveal(),
        cron: settings.cronSecret.reveal())
    let app = makeApp(database: database, secrets: secrets, now: { Date() })
    app.addServices(FraudSweep(fraud: FraudService(store: AffiliateStore(database: database))))
    return app
}

struct FraudSweep: Service {
    let fraud: FraudService

    func run() async throws {
        while !Task.isCancelled {
            try await fraud.sweep()
            try await Task.sleep(for: .seconds(3600))
        }
    }
}
