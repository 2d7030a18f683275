import FledgeData

struct DonationStore: Sendable {
    let database: Database

    func all() async throws -> [Donation] { try await database.query("SELECT * FROM donations", as: Donation.self) }

    func find(_ id: Int) async throws -> Donation? {
        try await database.first("SELECT * FROM donations WHERE id = \(id)", as: Donation.self)
    }

    func add(_ new: NewDonation) async throws -> Donation? {
        try await database.first(
            """
            INSERT INTO donations (donor, cents, reference) VALUES (\(new.donor), \(new.cents), \(new.reference))
            ON CONFLICT (reference) DO NOTHING RETURNING *
            """, as: Donation.self)
    }
}
