/// What is on air.
package actor AirService {
    private var playing: NowPlaying?
    private let playlists: PlaylistService

    package init(playlists: PlaylistService) { self.playlists = playlists }

    package func started(_ title: String, in id: Int) async throws {
        let playlist = try await playlists.markAired(id)
        playing = NowPlaying(show: playlist.show, title: title)
    }

    package func now() -> NowPlaying? { playing }
}
