import Fledge

@Route struct PetitionRoute {
    let petitions: PetitionService

    /// The page of a petition, also under its old slugs.
    func GET(slug: String, signed: Bool = false, theme: Cookie<Theme>?) async throws -> Response {
        let petition: Petition
        switch await petitions.look(up: slug) {
        case .found(let found): petition = found
        case .moved(let newSlug):
            return Response(.permanentRedirect, headers: [.location: "/p/\(newSlug)"])
        case .missing: throw Problem(.notFound, "There is no such petition.")
        }
        let page = PetitionPage(
            petition: petition, thanks: signed, theme: theme?.value ?? .light)
        return Response(
            headers: [
                .contentType: "text/html; charset=utf-8",
                .cacheControl: signed ? "no-store" : "public, max-age=30",
            ],
            body: Body(page.html))
    }

    /// The form of the page, answered with 303, so that a reload signs nothing twice.
    func POST(slug: String, body: Signature) async throws -> Redirect {
        try await petitions.sign(slug, body)
        return .seeOther("/p/\(slug)?signed=1")
    }
}

enum Theme: String, ParameterValue { case light, dark }
