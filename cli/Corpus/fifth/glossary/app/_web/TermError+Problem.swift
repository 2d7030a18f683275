import Fledge

extension TermError: ProblemConvertible {
    var problem: Problem {
        switch self {
        case .noTerm(let slug): Problem(.notFound, "There is no term '\(slug)'.")
        case .slugTaken(let slug): Problem(.conflict, "There is a term '\(slug)'.", code: "taken")
        }
    }
}
