import Fledge

extension WashError: ProblemConvertible {
    var problem: Problem {
        switch self {
        case .noProgram(let name): Problem(.notFound, "There is no program '\(name)'.")
        case .noWash(let id): Problem(.notFound, "There is no wash \(id).")
        }
    }
}
