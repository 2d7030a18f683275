import Fledge

extension OrderError: ProblemConvertible {
    var problem: Problem {
        self == .unknown
            ? Problem(.notFound, "There is no such order.")
            : Problem(.conflict, "It has been delivered.", code: "delivered")
    }
}
