import Fledge
import FledgeData
import FledgeSQLite

struct Services: Sendable {
    let database: Database
    let gates: GateService
    let passages: PassageService
    let accounts: AccountService

    init(database: Database) {
        self.database = database
        gates = GateService(gates: Gate.all)
        passages = PassageService(store: SQLPassageStore(database: database))
        accounts = AccountService(store: SQLPassageStore(database: database))
    }

    init(environment: Environment) async throws {
        let database = try await Database.sqlite(path: "data/toll.sqlite")
        _ = try await Migrations(directory: "migrations").apply(to: database)
        self.init(database: database)
    }
}
