import Fledge

extension SurveyError: ProblemConvertible {
    var problem: Problem {
        switch self {
        case .unknown(let id): Problem(.notFound, "There is no survey \(id).")
        case .closed: Problem(.gone, "It is over. Thank you.", code: "closed")
        case .incomplete(let expected):
            Problem(.unprocessableContent, "There are \(expected) questions.", code: "incomplete")
        }
    }
}

/// Whoever brings the token of a survey.
struct Owner: RequestBindable {
    let token: String

    static func bind(from request: Request, name: String) throws -> Owner {
        guard let field = request.headers["Authorization"], field.hasPrefix("Bearer ") else {
            throw Problem(.unauthorized, headers: [.wwwAuthenticate: "Bearer"])
        }
        return Owner(token: String(field.dropFirst("Bearer ".count)))
    }
}
