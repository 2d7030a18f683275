import Fledge
import RinkCore

@Route struct SessionsRoute {
    let sessions: SessionService

    /// All sessions, the next one first.
    func GET() async -> [Session] {
        await sessions.all()
    }

    /// Puts a session on the plan.
    func POST(body: NewSession) async throws -> Created<Session> {
        guard !body.title.isEmpty, body.title.count <= 60 else {
            throw Problem(.unprocessableContent, "The title must have 1 to 60 characters.")
        }
        if body.places < 1 || body.places > 400 {
            throw Problem(.unprocessableContent, "The ice holds between 1 and 400 people.")
        }
        let session = await sessions.open(body)
        return Created(session, at: "/api/sessions/\(session.id)")
    }
}
