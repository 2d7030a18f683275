import Fledge
import FledgeData

@Route struct CrewRoute {
    let jobs: JobService
    let database: Database

    /// Who carries.
    func GET(id: Int) async throws -> [String] {
        let job = try await jobs.find(id)
        return try await database.query(
            "SELECT name FROM crew WHERE job_id = \(job.id) ORDER BY name", as: String.self)
    }
}
