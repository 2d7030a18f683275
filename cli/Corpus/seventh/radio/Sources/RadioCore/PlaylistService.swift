import FledgeSchema
import Foundation

/// Shows last an hour; what is played must be in the library.
package actor PlaylistService {
    private var playlists: [Int: Playlist] = [:]
    private let library: TrackLibrary

    package init(library: TrackLibrary) { self.library = library }

    package func create(_ new: NewPlaylist) throws -> Playlist {
        let id = playlists.count + 1
        let day = new.airs.formatted(.iso8601.year().month().day())
        let slug = "\(new.show.lowercased().replacing(" ", with: "-"))-\(day)"
        let made = Playlist(id: id, show: new.show, slug: slug, airs: new.airs)
        playlists[id] = made
        return made
    }

    package func find(_ id: Int) throws -> Playlist {
        guard let found = playlists[id] else { throw RadioError.unknownPlaylist }
        return found
    }

    package func find(_ slug: Slug) throws -> Playlist {
        guard let found = playlists.values.first(where: { $0.slug == slug.text }) else {
            throw RadioError.unknownPlaylist
        }
        return found
    }

    package func show(at time: Date) -> Playlist? { playlists.values.first { $0.airs == time } }

    package func list(from: Date?, until: Date?, before: (Date, Int)?) throws -> [Playlist] {
        playlists.values
            .filter { from == nil || $0.airs >= from ?? $0.airs }
            .filter { until == nil || $0.airs <= until ?? $0.airs }
            .filter { playlist in before.map { (playlist.airs, playlist.id) < $0 } ?? true }
            .sorted { ($0.airs, $0.id) > ($1.airs, $1.id) }
    }

    package func arrange(_ playlist: Playlist, _ new: Arrangement) throws -> Playlist {
        guard !playlist.aired else { throw RadioError.aired }
        var seconds = 0
        for title in new.tracks {
            guard let length = library.seconds(of: title) else {
                throw RadioError.unknownTrack(title)
            }
            seconds += length
        }
        if seconds > 3600 { throw RadioError.tooLong(minutes: (seconds - 3600 + 59) / 60) }
        var changed = playlist
        changed.tracks = new.tracks
        changed.revision += 1
        playlists[playlist.id] = changed
        return changed
    }

    func markAired(_ id: Int) throws -> Playlist {
        var playlist = try find(id)
        playlist.aired = true
        playlists[id] = playlist
        return playlist
    }
}
