import Fledge
import LeaveServices

/// The gateway has checked who it is; here it only becomes a value.
extension Employee: RequestBindable {
    package static func bind(from request: Fledge.Request, name: String) throws -> Employee {
        guard let text = request.headers["X-Employee"], let id = Int(text) else {
            throw Problem(.unauthorized, "The gateway did not say who you are.")
        }
        return Employee(id: id, manages: request.headers["X-Manages"].flatMap(Int.init))
    }
}

extension LeaveError: ProblemConvertible {
    package var problem: Problem {
        switch self {
        case .notEnoughDays(let left):
            Problem(.conflict, "Only \(left) days are left.", code: "not_enough_days")
        case .unknown: Problem(.notFound, "There is no such request.")
        case .alreadyDecided: Problem(.conflict, "This was decided.", code: "already_decided")
        case .notYourTeam: Problem(.forbidden, "Only the manager decides.", code: "not_your_team")
        }
    }
}
