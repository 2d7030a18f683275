import Fledge

extension EditConflict: ProblemConvertible {
    var problem: Problem {
        Problem(
            .preconditionFailed, "Somebody has written revision \(revision).", code: "edited",
            extensions: ["revision": .integer(revision)])
    }
}
