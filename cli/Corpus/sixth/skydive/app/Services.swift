import Fledge
import FledgeData
import FledgeSQLite
import SkydiveDatabase
import SkydiveServices

extension Services {
    init(environment: Environment) async throws {
        let database = try await Database.sqlite(path: "data/skydive.sqlite")
        _ = try await Migrations(directory: "migrations").apply(to: database)
        self.init(loads: SQLLoadStore(database))
    }
}
