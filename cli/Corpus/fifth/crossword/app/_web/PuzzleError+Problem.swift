import Fledge

extension PuzzleError: ProblemConvertible {
    var problem: Problem {
        switch self {
        case .noPuzzle(let day): Problem(.notFound, "There is no puzzle for \(day) yet.")
        case .noClue(let number): Problem(.notFound, "The puzzle has no number \(number).")
        case .dayTaken(let day): Problem(.conflict, "\(day) has a puzzle.", code: "taken")
        }
    }
}
