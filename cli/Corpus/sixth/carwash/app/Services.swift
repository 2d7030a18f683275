import Fledge
import FledgeData
import FledgeSQLite

struct Services: Sendable {
    let database: Database
    let programs: ProgramService
    let washes: WashService
    let foam: FoamService

    init(database: Database) {
        self.database = database
        programs = ProgramService(programs: WashProgram.standard)
        washes = WashService(database: database)
        foam = FoamService()
    }

    init(environment: Environment) async throws {
        let database = try await Database.sqlite(path: "data/carwash.sqlite")
        _ = try await Migrations(directory: "migrations").apply(to: database)
        self.init(database: database)
    }
}
