import Fledge

extension KaraokeError: ProblemConvertible {
    var problem: Problem {
        switch self {
        case .noSong(let id): Problem(.notFound, "There is no song \(id).")
        case .noEntry(let id): Problem(.notFound, "Nobody waits under number \(id).")
        case .alreadySung: Problem(.conflict, "That one is over.", code: "already_sung")
        }
    }
}
