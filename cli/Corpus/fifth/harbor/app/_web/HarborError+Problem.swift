import Fledge
import HarborServices

extension HarborError: ProblemConvertible {
    package var problem: Problem {
        switch self {
        case .noSuchRequest(let id):
            Problem(.notFound, "There is no request \(id.rawValue).", code: "not_found")
        case .tooDeep(let limit):
            Problem(.conflict, "The fairway takes \(limit) m at most.", code: "too_deep")
        case .tooLate:
            Problem(.conflict, "A pilot needs two hours' notice.", code: "too_late")
        case .alreadyTaken(let pilot):
            Problem(.conflict, "Taken by \(pilot).", code: "taken")
        }
    }
}
