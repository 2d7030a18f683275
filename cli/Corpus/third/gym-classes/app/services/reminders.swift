/// Tells members of tomorrow's classes.
struct Reminders: Sendable {
    let repo: any GymData
    let send: @Sendable (String) async throws -> Void

    func run() async throws -> Int {
        var sent = 0
        for gymClass in try await repo.classes() {
            for booking in try await repo.bookings(of: gymClass.id) {
                guard let member = try await repo.member(booking.memberID) else { continue }
                try await send("\(member.email): \(gymClass.title)")
                sent += 1
            }
        }
        return sent
    }
}
