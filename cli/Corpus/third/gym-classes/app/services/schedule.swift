struct Schedule: Sendable {
    let repo: any GymData

    func all() async throws -> [GymClass] { try await repo.classes() }

    func one(_ id: Int) async throws -> GymClass {
        guard let found = try await repo.classes().first(where: { $0.id == id }) else {
            throw GymError.noClass(id)
        }
        return found
    }

    func plan(_ new: NewClass) async throws -> GymClass { try await repo.insert(new) }
}
