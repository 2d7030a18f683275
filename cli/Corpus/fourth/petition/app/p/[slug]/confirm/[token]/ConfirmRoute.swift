import Fledge

@Route struct ConfirmRoute {
    let petitions: PetitionService

    /// The link in the mail.
    func GET(slug: String, token: String) async throws -> Response {
        guard let count = try await petitions.confirm(token) else {
            return Response(.gone, body: "This link was used or is too old.")
        }
        let suffix = count == 1 ? "signature" : "signatures"
        return try HTML("<p>Thank you. That makes \(count) \(suffix).</p>")
            .page(setting: SetCookie("signed", slug, httpOnly: true))
    }
}

extension HTML {
    /// The page with a cookie.
    func page(setting cookie: SetCookie) -> Response {
        Response(headers: [.contentType: "text/html; charset=utf-8"], body: Body(text))
            .cookie(cookie)
    }
}
