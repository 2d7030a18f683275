import Fledge

@Route struct PinsRoute {
    let rooms: RoomService

    func GET(id: Int) async throws -> [Int] { try await rooms.pins(of: id) }

    func PUT(id: Int, message: Int) async throws -> Response {
        try await rooms.pin(message, in: id)
        return Response(.noContent)
    }
}
