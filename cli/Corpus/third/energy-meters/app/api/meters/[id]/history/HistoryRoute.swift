import Fledge
import FledgeData

@Route struct HistoryRoute {
    let database: Database

    /// The last readings, newest first.
    func GET(id: Int, limit: Int = 24) async throws -> [Reading] {
        try await database.query(
            "SELECT * FROM readings WHERE meter = \(id) ORDER BY rowid DESC LIMIT \(limit)",
            as: Reading.self)
    }
}
