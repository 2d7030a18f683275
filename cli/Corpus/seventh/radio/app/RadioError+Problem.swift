import Fledge
import RadioCore

extension RadioError: ProblemConvertible {
    package var problem: Problem {
        switch self {
        case .unknownPlaylist: Problem(.notFound, "There is no such playlist.")
        case .unknownTrack(let title):
            Problem(.conflict, "'\(title)' is not in the library.", code: "track")
        case .tooLong(let minutes):
            Problem(.conflict, "\(minutes) minutes too long.", code: "too_long")
        case .aired: Problem(.conflict, "It has been on air.", code: "aired")
        }
    }
}
