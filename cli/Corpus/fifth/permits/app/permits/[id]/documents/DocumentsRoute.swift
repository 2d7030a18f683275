import Fledge

@Route struct DocumentsRoute {
    let permits: PermitService
    let documents: DocumentService

    func GET(id: Int) async throws -> [Document] {
        try await documents.list(of: try await permits.find(id))
    }

    func POST(id: Int, body: NewDocument) async throws -> Created<Document> {
        let document = try await documents.add(body, to: try await permits.find(id))
        return Created(document, at: "/permits/\(id)/documents")
    }
}
