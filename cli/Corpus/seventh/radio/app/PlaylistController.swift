import Fledge
import Foundation
import RadioCore

@Controller struct PlaylistController {
    let playlists: PlaylistService

    /// The playlists between two days, newest first.
    @GET func list(from: Date?, until: Date?, cursor: String?) async throws -> PlaylistPage {
        // Each is a day by its type; that they are in order is asked here.
        if let from, let until, until < from {
            throw Problem(.badRequest, "'until' is before 'from'.", code: "order")
        }
        var start: (Date, Int)?
        if let cursor {
            let parts = cursor.split(separator: ".")
            guard parts.count == 2, let seconds = Double(parts[0]), let id = Int(parts[1]) else {
                throw Problem(.badRequest, "This cursor is none of ours.", code: "cursor")
            }
            start = (Date(timeIntervalSince1970: seconds), id)
        }
        let found = try await playlists.list(from: from, until: until, before: start)
        let last = found.last.map { "\($0.airs.timeIntervalSince1970).\($0.id)" }
        return PlaylistPage(items: found, next: last)
    }

    /// - Throws: 409 when another show has the time.
    @POST func create(body: NewPlaylist) async throws -> Created<Playlist> {
        if let other = await playlists.show(at: body.airs) {
            throw Problem(.conflict, "\(other.show) is on air then.", code: "taken")
        }
        let made = try await playlists.create(body)
        return Created(made, at: "/playlists/\(made.id)")
    }

    /// By number, or by the slug that shows are linked with.
    @GET("/:ref") func show(ref: String) async throws -> Playlist {
        if let id = Int(ref) { return try await playlists.find(id) }
        guard let slug = Slug(ref) else {
            throw Problem(.notFound, "There is no playlist '\(ref)'.")
        }
        return try await playlists.find(slug)
    }

    @PUT("/:id/tracks")
    func arrange(id: Int, ifMatch: Header<String>, body: Arrangement) async throws -> Playlist {
        let current = try await playlists.find(id)
        guard ifMatch.value == "\"\(current.revision)\"" else {
            throw Problem(.preconditionFailed, "Somebody else changed the playlist.")
        }
        return try await playlists.arrange(current, body)
    }
}

@Schema struct PlaylistPage: Sendable {
    var items: [Playlist]
    var next: String?
}
