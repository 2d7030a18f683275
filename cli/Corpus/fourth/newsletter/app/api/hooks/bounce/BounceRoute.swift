import Fledge

@Schema struct BounceEvent {
    var address: String
    var kind: String
}

@Route struct BounceRoute {
    let bounces: any BounceHandling

    /// The mail provider tells of an address that does not take mail.
    func POST(hookSecret: Header<String>?, body: BounceEvent) async throws -> Response {
        guard Secret(hookSecret?.value ?? "") == Secret("whsec_1") else {
            throw Problem(.unauthorized, "The secret is not ours.")
        }
        let removed = try await bounces.bounced(body.address, isHard: body.kind == "hard")
        return Response.json(["removed": removed])
    }
}
