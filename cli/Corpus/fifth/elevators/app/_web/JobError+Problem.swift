import Fledge

extension JobError: ProblemConvertible {
    var problem: Problem {
        switch self {
        case .noJob(let id): Problem(.notFound, "There is no job \(id).")
        case .done(let id): Problem(.conflict, "Job \(id) is done.", code: "done")
        }
    }
}
