import Fledge

@Route struct RoomsRoute {
    let rooms: RoomService
    let sessions: SessionService

    func GET() async throws -> [Room] { try await rooms.list() }

    func POST(request: Request, body: NewRoom) async throws -> Created<Room> {
        guard let header = request.headers[.authorization], header.hasPrefix("Bearer ") else {
            throw Problem(.unauthorized, "Sign in first.", headers: [.wwwAuthenticate: "Bearer"])
        }
        let token = String(header.dropFirst(7)).lowercased()
        guard let session = try await sessions.find(token) else {
            throw Problem(.unauthorized, "Unknown session.")
        }
        if session.expires < sessions.now() {
            try await sessions.drop(token)
            throw Problem(.unauthorized, "Your session is over.", code: "expired")
        }
        request.logger.info("room by \(session.user)")
        return Created(try await rooms.open(body, by: session.user))
    }
}
