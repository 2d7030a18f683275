import Fledge

@Route struct SongsRoute {
    let songs: SongService

    /// Songs by title.
    func GET(query: SongSearch, hour: Int = 20) async throws -> [Song] {
        try await songs.search(query).filter { hour < 22 || $0.seconds <= 300 }
    }
}
