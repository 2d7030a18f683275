import Fledge
import FledgeData

@Schema struct Count: Codable {
    var state: String
    var number: Int
}

@Route struct StatisticsRoute {
    let database: Database

    func GET() async throws -> [Count] {
        try await database.query(
            "SELECT state, count(*) AS number FROM permits GROUP BY state ORDER BY state",
            as: Count.self)
    }
}
