struct DocumentService: Sendable {
    let store: PermitStore

    func add(_ new: NewDocument, to permit: Permit) async throws -> Document {
        try await store.add(new, to: permit.id)
    }

    func list(of permit: Permit) async throws -> [Document] {
        try await store.documents(of: permit.id)
    }
}
