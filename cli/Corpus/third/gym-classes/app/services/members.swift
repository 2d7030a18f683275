import Fledge

struct MemberDirectory: Sendable {
    let repo: any GymData

    func join(_ new: NewMember) async throws -> Member { try await repo.insert(new) }

    func current(_ request: Request) async throws -> Member {
        guard let id = request.headers["X-Member"].flatMap({ Int($0) }) else {
            throw Problem(.unauthorized, "Who are you?")
        }
        return try await find(id)
    }

    func find(_ id: Int) async throws -> Member {
        guard let member = try await repo.member(id) else { throw GymError.noMember(id) }
        return member
    }
}
