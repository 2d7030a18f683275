import Fledge

/// Sets the preview cookie and goes to the draft.
@Route struct PreviewRoute {
    let settings: SiteSettings

    func GET(secret: String, slug: String, request: Request) throws -> Response {
        guard secret == settings.previewSecret else { throw Problem(.unauthorized, "Wrong secret.") }
        return Redirect.temporary("/blog/\(slug)").response(for: request)
            .cookie(try SetCookie("preview", secret, path: "/blog", maxAge: .seconds(3600)))
    }

    func DELETE(request: Request) throws -> Response {
        Response(.noContent).cookie(try SetCookie.deleting("preview", path: "/blog"))
    }
}
