import Fledge

/// Whoever the session says it is.
struct Owner: RequestBindable {
    let id: Int

    static func bind(from request: Request, name: String) throws -> Owner {
        guard let session = request.cookies["session"], let id = Int(session) else {
            throw Problem(.unauthorized, "Sign in first.", headers: [.wwwAuthenticate: "Cookie"])
        }
        return Owner(id: id)
    }
}

extension LinkError: ProblemConvertible {
    var problem: Problem {
        switch self {
        case .slugTaken(let slug): Problem(.conflict, "'\(slug)' is taken.", code: "slug_taken")
        case .reserved: Problem(.conflict, "This word is ours.", code: "reserved")
        case .unknown: Problem(.notFound, "There is no such link of yours.")
        case .leadsToUs: Problem(.conflict, "A link cannot lead to a link.", code: "loop")
        }
    }
}
