import Fledge
import Grants

@Schema struct Ranked {
    let application: Application
    let points: Int
}

@Controller struct RankingController {
    let applications: ApplicationService

    /// Who is first in line.
    @GET func ranking(top: Int = 20) async throws -> [Ranked] {
        let open = try await applications.list().filter { $0.state == .submitted }
        let ranked = open.map { application in
            var points = Int(application.grade * 10)
            points += application.householdIncome < 30_000 ? 25 : 0
            points += 3 * application.siblings
            return Ranked(application: application, points: points)
        }
        .sorted {
            ($0.points, $1.application.submitted) > ($1.points, $0.application.submitted)
        }
        return Array(ranked.prefix(top))
    }
}
