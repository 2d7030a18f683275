import Fledge

@Schema struct Decision {
    var state: Permit.State
}

@Route struct DecisionRoute {
    let permits: PermitService

    /// The office decides.
    func PUT(id: Int, clerk: Header<String>, body: Decision) async throws -> Permit {
        let permit = try await permits.find(id)
        let isOpen = permit.state == .submitted || permit.state == .returned
        guard isOpen, clerk.value != permit.applicant else {
            throw Problem(.conflict, "You cannot decide on permit \(id).", code: "undecidable")
        }
        return try await permits.set(body.state, of: id)
    }
}
