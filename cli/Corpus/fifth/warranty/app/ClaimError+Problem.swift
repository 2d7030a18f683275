import Fledge
import WarrantyServices

extension ClaimError: ProblemConvertible {
    package var problem: Problem {
        switch self {
        case .unknown(let id): Problem(.notFound, "There is no claim \(id).")
        case .expired(let day): Problem(.conflict, "The warranty ended on \(day).", code: "expired")
        case .notOpen(let state): Problem(.conflict, "It is \(state.rawValue).", code: "not_open")
        case .tooManyPhotos: Problem(.conflict, "Five photos are enough.", code: "photos")
        }
    }
}
