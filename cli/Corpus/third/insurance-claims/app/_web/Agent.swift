import ClaimsCore
import Fledge

/// The agent who asks, by the session cookie that the portal's proxy checks.
struct Agent: RequestBindable, Sendable {
    var name: String

    static func bind(from request: Request, name: String) throws -> Agent {
        guard let agent = request.cookies["agent"], !agent.isEmpty else {
            throw Problem(.unauthorized, "Log in at the portal.")
        }
        return Agent(name: agent)
    }
}

extension ClaimError: ProblemConvertible {
    package var problem: Problem {
        switch self {
        case .unknown: Problem(.notFound, "No such claim.")
        case .closed: Problem(.conflict, "The claim is closed.", code: "closed")
        case .overLimit(let limit): Problem(.conflict, "At most \(limit).", code: "over_limit")
        }
    }
}
