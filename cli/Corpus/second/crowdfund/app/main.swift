import Fledge
import FledgeData
import FledgeSQLite

await serve {
    let database = try await Database.sqlite(path: "data/crowdfund.sqlite")
    let store = CampaignStore(database: database)
    // `swift run Crowdfund payout` is what the accountants call once a month.
    if CommandLine.arguments.contains("payout") { try await PayoutService(store: store).run() }
    return makeApp(campaigns: CampaignService(store: store))
}
