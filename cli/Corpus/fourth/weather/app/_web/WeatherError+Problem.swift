import Fledge
import WeatherServices

extension WeatherError: ProblemConvertible {
    package var problem: Problem {
        switch self {
        case .unknownStation(let id): Problem(.notFound, "There is no station \(id).")
        case .noData: Problem(.notFound, "Nothing was measured that day.", code: "no_data")
        }
    }
}
