import Fledge
import SkydiveServices

extension JumpError: ProblemConvertible {
    package var problem: Problem {
        switch self {
        case .noLoad(let id): Problem(.notFound, "There is no load \(id).")
        case .full(let id): Problem(.conflict, "Load \(id) is full.", code: "full")
        case .tooHeavy(let limit):
            Problem(.conflict, "More than \(limit) kg.", code: "too_heavy")
        case .closed: Problem(.conflict, "The doors are shut.", code: "closed")
        }
    }
}
