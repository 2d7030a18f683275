import FledgeSchema
import Foundation

@Schema package struct Playlist: Hashable, Sendable {
    package var id: Int
    package var show: String
    package var slug: String
    package var airs: Date
    package var tracks: [String] = []
    package var revision: Int = 1
    package var aired: Bool = false
}

@Schema package struct NewPlaylist: Sendable {
    @Field(.length(1...80)) package var show: String
    package var airs: Date

    package init(show: String, airs: Date) {
        self.show = show
        self.airs = airs
    }
}

@Schema package struct Arrangement: Sendable {
    @Field(.items(1...60), .unique) package var tracks: [String]

    package init(tracks: [String]) { self.tracks = tracks }
}

@Schema package struct NowPlaying: Hashable, Sendable {
    package var show: String
    package var title: String
}

package enum RadioError: Error, Equatable {
    case unknownPlaylist
    case unknownTrack(String)
    case tooLong(minutes: Int)
    case aired
}

/// `morning-2026-03-01`: the show and the day.
package struct Slug: Hashable, Sendable {
    package let text: String

    package init?(_ text: String) {
        guard text.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" }), text.contains("-")
        else {
            return nil
        }
        self.text = text
    }
}
