import Fledge
import Pharmacy

extension PharmacyError: ProblemConvertible {
    package var problem: Problem {
        switch self {
        case .noDrug(let code): Problem(.notFound, "There is no drug \(code).")
        case .noDispensing(let id): Problem(.notFound, "There is no dispensing \(id).")
        case .short(let code): Problem(.conflict, "Of \(code) not enough is left.", code: "short")
        case .outOfBounds: Problem(.conflict, "That does not fit the shelf.", code: "bounds")
        }
    }
}
