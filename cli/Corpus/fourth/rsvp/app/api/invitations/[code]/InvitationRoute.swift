import Fledge
import RsvpServices

@Route struct InvitationRoute {
    let guests: GuestService

    /// The invitation as a guest sees it.
    func GET(code: String) async throws -> Invitation {
        try await guests.invitation(code)
    }

    /// Answers it; a second answer replaces the first.
    ///
    /// - Returns: 201 for the first answer, 200 for a change of mind.
    func PUT(code: String, body: RsvpServices.Response.Draft) async throws
        -> Fledge.Response
    {
        let answer = try await guests.respond(to: code, with: body)
        let status: Status = answer.isFirst ? .created : .ok
        return .json(answer.response, status: status)
    }
}
