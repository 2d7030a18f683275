import Fledge

extension JobError: ProblemConvertible {
    var problem: Problem {
        switch self {
        case .unknown: Problem(.notFound, "There is no such job.")
        case .cannot(let from, let to):
            Problem(
                .conflict, "A job that is \(from.rawValue) cannot be \(to.rawValue).", code: "state"
            )
        }
    }
}
