import Fledge
import FledgeData

@Schema struct Removed {
    let stalls: Int
}

@Route struct CleanupRoute {
    let database: Database

    /// Called each night.
    func POST(authorization: Header<String>) async throws -> Removed {
        guard authorization.value == "Bearer nightly" else { throw Problem(.unauthorized) }
        let removed = try await database.transaction { tx in
            try await tx.execute("DELETE FROM stalls WHERE state = 'cancelled'").changes
        }
        return Removed(stalls: removed)
    }
}
