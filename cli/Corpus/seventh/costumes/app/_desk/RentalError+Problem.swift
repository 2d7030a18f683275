import CostumesCore
import Fledge

extension RentalError: ProblemConvertible {
    package var problem: Problem {
        switch self {
        case .unknown: Problem(.notFound, "There is no such rental.")
        case .out: Problem(.conflict, "The costume is out.", code: "out")
        case .earlier: Problem(.conflict, "It ends later already.", code: "earlier")
        }
    }
}
