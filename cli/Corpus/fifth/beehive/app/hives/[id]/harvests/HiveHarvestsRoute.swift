import Fledge
import Foundation

@Route struct HiveHarvestsRoute {
    let hives: HiveService
    let harvests: HarvestService

    func POST(id: Int, body: NewHarvest) async throws -> Created<Harvest> {
        let hive = try await hives.find(id)
        if let treated = hive.treatedAt, body.day.timeIntervalSince(treated) < 42 * 86_400 {
            throw Problem(.conflict, "The hive was treated less than 42 days ago.", code: "treated")
        }
        let grade: String
        if body.water <= 18 {
            grade = "premium"
        } else if body.water <= 20 {
            grade = "standard"
        } else {
            grade = "baking"
        }
        let harvest = try await harvests.record(body.grams, grade: grade, of: id)
        return Created(harvest, at: "/harvests/\(harvest.id)")
    }
}
