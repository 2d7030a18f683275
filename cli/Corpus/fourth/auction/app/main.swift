import Fledge
import FledgeSQLite

await serve {
    let environment = try Environment.load()
    let database = try await Database.sqlite(path: environment["AUCTION_DB"] ?? "auction.sqlite")
    _ = try await Migrations(directory: "migrations").apply(to: database)
    return makeApp(
        database: database, settlement: SettlementService(bank: LoggedBank()))
}
