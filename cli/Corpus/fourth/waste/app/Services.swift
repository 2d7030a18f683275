import Fledge
import FledgeData
import FledgeSQLite

struct Services: Sendable {
    let database: Database
    let pickups: PickupService
    let districts: DistrictService
    let reports: ReportService
    let tours: TourService

    init(database: Database) {
        self.database = database
        pickups = PickupService(database: database)
        districts = DistrictService(database: database)
        reports = ReportService(database: database)
        tours = TourService()
    }

    init(environment: Environment) async throws {
        let database = try await Database.sqlite(path: environment["WASTE_DB"] ?? "waste.sqlite")
        _ = try await Migrations(directory: "migrations").apply(to: database)
        self.init(database: database)
    }
}
