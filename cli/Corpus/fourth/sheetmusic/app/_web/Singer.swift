import Fledge
import SheetmusicServices

struct Singer: RequestBindable {
    let name: String

    static func bind(from request: Request, name: String) throws -> Singer {
        guard let name = request.headers["X-Singer"], !name.isEmpty else {
            throw Problem(.unauthorized, "The choir's proxy says who sings; it did not.")
        }
        return Singer(name: name)
    }
}

extension ScoreError: ProblemConvertible {
    package var problem: Problem {
        switch self {
        case .unknown: Problem(.notFound, "There is no such score.")
        case .changed(let version):
            Problem(.preconditionFailed, "It is version \(version) by now.", code: "changed")
        case .tooManyLoans: Problem(.tooManyRequests, "That is enough for a day.", code: "limit")
        }
    }
}
