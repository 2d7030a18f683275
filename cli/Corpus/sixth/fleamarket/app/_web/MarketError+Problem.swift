import Fledge

extension MarketError: ProblemConvertible {
    var problem: Problem {
        switch self {
        case .noDay(let date): Problem(.notFound, "There is no market on \(date).")
        case .noStall(let id): Problem(.notFound, "There is no stall \(id).")
        case .full: Problem(.conflict, "The square is full.", code: "full")
        }
    }
}
