import FledgeData

protocol BounceHandling: Sendable {
    func bounced(_ address: String, isHard: Bool) async throws -> Bool
}

/// A hard bounce removes at once, a soft one after the third.
struct BounceService: BounceHandling {
    let database: Database

    func bounced(_ address: String, isHard: Bool) async throws -> Bool {
        try await database.execute(
            "UPDATE subscribers SET bounces = bounces + 1 WHERE email = \(address)")
        let limit = isHard ? 1 : 3
        return try await database.execute(
            "DELETE FROM subscribers WHERE email = \(address) AND bounces >= \(limit)"
        ).changes == 1
    }
}
