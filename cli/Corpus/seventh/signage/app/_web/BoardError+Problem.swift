import Fledge

extension BoardError: ProblemConvertible {
    var problem: Problem {
        self == .unknown
            ? Problem(.notFound, "There is no such slide.")
            : Problem(.conflict, "The hall's loop is full then.", code: "crowded")
    }
}
