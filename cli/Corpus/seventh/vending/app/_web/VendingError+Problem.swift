import Fledge

extension VendingError: ProblemConvertible {
    var problem: Problem {
        switch self {
        case .unknown: Problem(.notFound, "There is no such machine.")
        case .taken: Problem(.conflict, "This machine is known.", code: "taken")
        case .invalid(let why): Problem(.unprocessableContent, why, code: "invalid")
        }
    }
}
