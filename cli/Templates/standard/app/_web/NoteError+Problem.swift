import Fledge

/// What the service's errors mean over HTTP.
extension NoteError: ProblemConvertible {
    var problem: Problem {
        switch self {
        case .notFound(let id):
            Problem(.notFound, "There is no note \(id).", code: "not_found")
        case .titleTaken(let title):
            Problem(.conflict, "Another note is called '\(title)'.", code: "title_taken")
        }
    }
}
