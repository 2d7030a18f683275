import CraneServices
import Fledge

extension LiftError: ProblemConvertible {
    package var problem: Problem {
        switch self {
        case .unknown: Problem(.notFound, "There is no such lift.")
        case .windy(let speed): Problem(.conflict, "The wind is \(speed) m/s.", code: "windy")
        case .overload(let most):
            Problem(.conflict, "At this radius it lifts \(most) kg.", code: "overload")
        case .done: Problem(.conflict, "The lift is over.", code: "done")
        case .noReading:
            Problem(.serviceUnavailable, "The anemometer is silent.", headers: [.retryAfter: "10"])
        }
    }
}
