import Fledge

/// What the owner of a plate owes.
struct AccountService: Sendable {
    let store: any PassageStore

    func statement(of plate: String) async throws -> Response {
        let passages = try await store.passages(of: plate)
        guard !passages.isEmpty else { return Response(.noContent) }
        let sum = passages.reduce(0) { $0 + $1.cents }
        return Response.json(["plate": plate, "cents": "\(sum)"])
            .header("Cache-Control", "private, max-age=60")
    }
}
