import Fledge

@Route struct HiveRoute {
    let hives: HiveService

    func GET(id: Int) async throws -> Hive { try await hives.find(id) }

    func DELETE(id: Int) async throws -> Response {
        try await hives.remove(id)
        return Response(.noContent)
    }
}
