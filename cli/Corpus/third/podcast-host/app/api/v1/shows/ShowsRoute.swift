import Fledge

@Route struct ShowsRoute {
    let shows: ShowCatalog
    let sessions: Sessions

    func GET() async -> [Show] { await shows.all() }

    func POST(auth: Bearer, body: NewShow) async throws -> Created<Show> {
        guard let user = sessions.user(of: auth.token) else {
            throw Problem(.unauthorized, "Nobody has this key.")
        }
        let show = await shows.create(body, owner: user)
        return Created(show, at: "/api/v1/shows/\(show.slug)")
    }
}
