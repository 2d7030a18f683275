import Fledge

func makeApp(forum: Forum, reputation: ReputationService) -> App {
    let app = App()
    app.use(RequestID(), RequestLog())
    threadRoutes(app, forum)
    searchRoutes(app, forum)
    userRoutes(app, reputation)
    return app
}

extension ForumError: ProblemConvertible {
    var problem: Problem {
        switch self {
        case .noThread: Problem(.notFound, "There is no such thread.")
        case .locked: Problem(.conflict, "A moderator has locked it.", code: "locked")
        }
    }
}

/// Who asks, as the proxy says.
func user(of request: Request) throws -> String {
    guard let name = request.headers["X-User"] else { throw Problem(.unauthorized) }
    return name
}
