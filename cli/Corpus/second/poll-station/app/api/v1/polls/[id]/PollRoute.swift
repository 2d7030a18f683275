import Fledge

@Route struct PollRoute {
    let polls: any PollKeeping

    func GET(id: Int) async throws -> Poll? { try await polls.find(id) }
    func DELETE(id: Int) async throws -> Response {
        try await polls.close(id)
        return Response(.noContent)
    }
}
