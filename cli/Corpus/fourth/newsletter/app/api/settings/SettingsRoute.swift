import Fledge

@Schema struct SenderSettings {
    var fromName: String
    var replyTo: String
    var footer: String = ""
}

@Route struct SettingsRoute {
    let campaigns: CampaignService

    func PUT(account: Account, body: SenderSettings) async throws -> Response {
        var errors: [Problem.Violation] = []
        if body.fromName.isEmpty || body.fromName.count > 60 {
            errors.append(.init(.pointer("/fromName"), code: "length", "must have 1 to 60"))
        }
        if !body.replyTo.contains("@") {
            errors.append(.init(.pointer("/replyTo"), code: "email", "must be an address"))
        }
        guard errors.isEmpty else {
            throw Problem(.unprocessableContent, code: "invalid_body", violations: errors)
        }
        try await campaigns.setSender(
            name: body.fromName, replyTo: body.replyTo, footer: body.footer)
        return Response(.noContent)
    }
}
