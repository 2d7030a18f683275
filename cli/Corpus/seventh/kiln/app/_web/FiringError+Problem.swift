import Fledge

extension FiringError: ProblemConvertible {
    var problem: Problem {
        switch self {
        case .unknown(let id): Problem(.notFound, "There is no firing \(id).")
        case .sealed: Problem(.conflict, "The kiln is closed.", code: "sealed")
        case .tooHot(let limit, let peak):
            Problem(
                .conflict, "The glaze stands \(limit) °C, and it will be \(peak) °C.",
                code: "too_hot")
        case .full: Problem(.conflict, "No shelf has room.", code: "full")
        case .overlaps(let id): Problem(.conflict, "Firing \(id) has the kiln then.", code: "taken")
        }
    }
}
