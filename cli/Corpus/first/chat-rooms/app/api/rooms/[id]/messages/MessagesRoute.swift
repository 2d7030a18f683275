import Fledge

@Route struct MessagesRoute {
    let messages: MessageService
    let rooms: RoomService
    let sessions: SessionService

    /// The last messages; `?before=` for older ones.
    func GET(id: Int, before: Int?, limit: Int = 50) async throws -> [Message] {
        try await messages.list(in: id, before: before, limit: min(limit, 100))
    }

    func POST(id: Int, request: Request, body: NewMessage) async throws -> Created<Message> {
        guard let field = request.headers[.authorization], field.hasPrefix("Bearer ") else {
            throw Problem(.unauthorized, "Sign in first.", headers: [.wwwAuthenticate: "Bearer"])
        }
        let key = String(field.dropFirst(7)).lowercased()
        guard let login = try await sessions.find(key) else {
            throw Problem(.unauthorized, "Unknown session.")
        }
        if login.expires < sessions.now() {
            try await sessions.drop(key)
            throw Problem(.unauthorized, "Your session is over.", code: "expired")
        }
        guard let room = try await rooms.find(id) else { throw Problem(.notFound) }
        let last = try await messages.list(in: id, before: nil, limit: 100).first { $0.author == login.user }
        if let last, room.slowMode > 0, !room.moderators.contains(login.user) {
            let wait = last.sentAt + room.slowMode - sessions.now()
            if wait > 0 { throw Problem(.tooManyRequests, "Slow mode.", headers: [.retryAfter: "\(wait)"]) }
        }
        return Created(try await messages.send(body, in: room, by: login.user))
    }
}
