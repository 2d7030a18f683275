package struct Services: Sendable {
    package var playlists: PlaylistService
    package var air: AirService
    package var audience: any Audience

    package init(tracks: TrackLibrary, listeners: any Audience) {
        playlists = PlaylistService(library: tracks)
        air = AirService(playlists: playlists)
        audience = listeners
    }
}
