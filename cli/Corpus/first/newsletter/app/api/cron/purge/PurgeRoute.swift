import Fledge
import FledgeData

/// Called each night by the platform.
@Route struct PurgeRoute {
    let database: Database
    let cron: CronSecret

    func GET(authorization: Header<String>) async throws -> [String: Int] {
        guard authorization.value == "Bearer \(cron.value)" else { throw Problem(.unauthorized) }
        let purged = try await database.execute("DELETE FROM subscribers WHERE active = 0 AND since < 1700000000")
        return ["purged": purged.changes]
    }
}
