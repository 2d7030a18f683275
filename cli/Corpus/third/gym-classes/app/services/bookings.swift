struct Bookings: Sendable {
    let repo: any GymData

    func book(_ member: Int, into gymClass: GymClass) async throws -> Booking {
        let taken = try await repo.bookings(of: gymClass.id)
        if taken.contains(where: { $0.memberID == member }) { throw GymError.twice }
        if taken.count >= gymClass.places { throw GymError.full }
        return try await repo.insert(booking: member, gymClass.id)
    }
}
