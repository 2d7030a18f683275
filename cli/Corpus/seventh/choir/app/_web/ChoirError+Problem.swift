import Fledge

extension ChoirError: ProblemConvertible {
    var problem: Problem { Problem(.notFound, "There is no such thing.") }
}
