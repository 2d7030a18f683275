import Fledge
import Timetable

extension TransitError: @retroactive ProblemConvertible {
    public var problem: Problem {
        switch self {
        case .noLine(let name): Problem(.notFound, "There is no line \(name).")
        case .noStop(let stop, let line): Problem(.notFound, "\(line) does not stop at \(stop).")
        }
    }
}

/// Minutes after midnight, as on a clock.
func clock(_ minutes: Int) -> String {
    let (hour, minute) = (minutes / 60 % 24, minutes % 60)
    return (hour < 10 ? "0" : "") + "\(hour):" + (minute < 10 ? "0" : "") + "\(minute)"
}
