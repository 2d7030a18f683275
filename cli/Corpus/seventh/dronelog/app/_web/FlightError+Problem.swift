import DroneLogServices
import Fledge

extension FlightError: ProblemConvertible {
    package var problem: Problem {
        switch self {
        case .unknown: Problem(.notFound, "There is no such flight.")
        case .forbidden(let zone):
            Problem(.conflict, "It crosses the zone '\(zone)'.", code: "zone")
        case .ended: Problem(.conflict, "The flight is over.", code: "ended")
        case .flying: Problem(.conflict, "This drone is in the air.", code: "flying")
        }
    }
}
