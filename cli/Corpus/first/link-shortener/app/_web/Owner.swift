import Fledge

/// Who is signed in: the session's cookie, or a token of the command-line tool.
struct Owner: RequestBindable {
    let name: String

    static func bind(from request: Request, name: String) throws -> Owner {
        if let session = request.cookies["owner"], !session.isEmpty { return Owner(name: session) }
        guard let header = request.headers[.authorization], header.hasPrefix("Bearer ") else {
            throw Problem(.unauthorized, "Sign in first.", headers: [.wwwAuthenticate: "Bearer"])
        }
        return Owner(name: String(header.dropFirst("Bearer ".count)))
    }
}

extension LinkError: ProblemConvertible {
    var problem: Problem {
        switch self {
        case .slugTaken(let slug): Problem(.conflict, "'\(slug)' is taken.", code: "slug_taken")
        case .notYours: Problem(.forbidden, "This link is somebody else's.")
        case .quota(let limit): Problem(.tooManyRequests, "No more than \(limit) links.", code: "quota")
        }
    }
}
