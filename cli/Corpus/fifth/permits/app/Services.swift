import Fledge
import FledgeData
import FledgeSQLite

struct Services: Sendable {
    let database: Database
    let permits: PermitService
    let documents: DocumentService
    let zoning: ZoningService

    init(environment: Environment) async throws {
        let database = try await Database.sqlite(path: "data/permits.sqlite")
        _ = try await Migrations(directory: "migrations").apply(to: database)
        self.init(database: database)
    }

    init(database: Database) {
        self.database = database
        let store = PermitStore(database: database)
        permits = PermitService(store: store)
        documents = DocumentService(store: store)
        zoning = ZoningService(limits: ["R1": 9, "R2": 13, "C": 22])
    }
}
