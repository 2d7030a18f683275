import Fledge
import SheetmusicServices

@Route struct ScoreRoute {
    let scores: ScoreService

    func GET(id: Int) async throws -> Score? { try await scores.find(id) }

    /// Changes need the version that they are about: two librarians do not undo each other.
    func PATCH(id: Int, ifMatch: Header<String>?, body: ScoreChange) async throws -> Response {
        guard let tag = ifMatch?.value else {
            throw Problem(.preconditionRequired, "Say If-Match with the ETag you have.")
        }
        guard let version = Int(tag.filter(\.isNumber)) else {
            throw Problem(.badRequest, "If-Match is no ETag of ours.")
        }
        let score = try await scores.change(id, body, version: version)
        return Response.json(score).header(.eTag, "\"\(score.version)\"")
    }
}
