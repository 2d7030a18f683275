import Fledge

extension TollError: ProblemConvertible {
    var problem: Problem {
        switch self {
        case .noGate(let name): Problem(.notFound, "There is no gate '\(name)'.")
        case .noPassage(let id): Problem(.notFound, "There is no passage \(id).")
        }
    }
}
