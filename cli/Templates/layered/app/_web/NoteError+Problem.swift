import Fledge
import TemplateAppServices

/// What the service's errors mean over HTTP. The services know nothing of this.
extension NoteError: ProblemConvertible {
    package var problem: Problem {
        switch self {
        case .notFound(let id):
            Problem(.notFound, "There is no note \(id).", code: "not_found")
        case .titleTaken(let title):
            Problem(.conflict, "Another note is called '\(title)'.", code: "title_taken")
        }
    }
}
