import Fledge
import FledgeData
import Foundation

@Route struct TreatmentRoute {
    let hives: HiveService
    let database: Database

    /// Notes a treatment against mites.
    func PUT(id: Int, day: Date) async throws -> Hive {
        _ = try await hives.find(id)
        try await mark(id, day)
        return try await hives.find(id)
    }
}

extension TreatmentRoute {
    private func mark(_ id: Int, _ day: Date) async throws {
        try await database.execute("UPDATE hives SET treated_at = \(day) WHERE id = \(id)")
    }
}
