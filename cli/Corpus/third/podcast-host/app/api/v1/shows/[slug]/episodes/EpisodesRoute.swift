import Fledge

@Route struct EpisodesRoute {
    let shows: ShowCatalog
    let sessions: Sessions

    func POST(slug: String, auth: Bearer, body: NewEpisode) async throws -> Created<Episode> {
        guard let user = sessions.user(of: auth.token) else {
            throw Problem(.unauthorized, "Nobody has this key.")
        }
        let episode = try await shows.publish(body, in: slug, by: user)
        return Created(episode, at: "/api/v1/shows/\(slug)/episodes/\(episode.number)")
    }
}
