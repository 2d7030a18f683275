import Fledge

extension MeterError: ProblemConvertible {
    var problem: Problem {
        switch self {
        case .unknown(let id): Problem(.notFound, "There is no meter \(id).")
        case .serialTaken(let serial): Problem(.conflict, "\(serial) is registered.", code: "serial_taken")
        case .goesBackwards(let last): Problem(.conflict, "The last reading was \(last).", code: "backwards")
        }
    }
}
