import CampsiteServices
import Fledge

extension CampError: ProblemConvertible {
    package var problem: Problem {
        switch self {
        case .noPitch, .noStay: Problem(.notFound, "There is no such thing.")
        case .taken(let pitch):
            Problem(.conflict, "Pitch \(pitch) is taken.", code: "taken")
        case .wrongState(let state):
            Problem(.conflict, "The stay is \(state.rawValue).", code: "state")
        }
    }
}
