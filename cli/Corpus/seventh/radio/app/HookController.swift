import Fledge
import RadioCore

/// What the automation in the studio tells.
@Controller struct HookController {
    let air: AirService
    let secret: String

    @POST("/started") func started(xSignature: Header<String>, body: String) async throws
        -> Response
    {
        guard Signature.matches(xSignature.value, of: body, secret: secret) else {
            throw Problem(.unauthorized, "The signature does not fit.")
        }
        let lines = body.split(separator: "\n", maxSplits: 1).map(String.init)
        guard lines.count == 2, let id = Int(lines[0]) else {
            throw Problem(.badRequest, "Two lines: the playlist's id, and the title.")
        }
        try await air.started(lines[1], in: id)
        return Response(.accepted)
    }
}
