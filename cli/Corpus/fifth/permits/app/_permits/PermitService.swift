import Fledge

struct PermitService: Sendable {
    let store: PermitStore

    func apply(_ new: NewPermit, fee: Int) async throws -> Permit {
        try await store.add(new, fee: fee)
    }

    func find(_ id: Int) async throws -> Permit {
        guard let permit = try await store.find(id) else {
            throw Problem(.notFound, "There is no permit \(id).", code: "no_permit")
        }
        return permit
    }

    func set(_ state: Permit.State, of id: Int) async throws -> Permit {
        guard let permit = try await store.set(state, of: id) else {
            throw Problem(.notFound, "There is no permit \(id).", code: "no_permit")
        }
        return permit
    }
}
