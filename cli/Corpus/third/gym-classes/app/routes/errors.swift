import Fledge

extension GymError: ProblemConvertible {
    var problem: Problem {
        switch self {
        case .noClass: Problem(.notFound, "No such class.")
        case .noMember: Problem(.notFound, "No such member.")
        case .full: Problem(.conflict, "It is full.", code: "full")
        case .twice: Problem(.conflict, "You are booked already.", code: "twice")
        }
    }
}
