import Fledge

struct Speaker: RequestBindable {
    let id: Int

    static func bind(from request: Request, name: String) throws -> Speaker {
        guard let id = request.headers["X-Speaker"].flatMap(Int.init) else {
            throw Problem(.unauthorized, "Sign in first.")
        }
        return Speaker(id: id)
    }
}

extension TalkError: ProblemConvertible {
    var problem: Problem { Problem(status, message) }
}
