import Fledge
import JobBoardCore

func makeApp(board: Board, desk: RequestDesk, keys: ApiKeys) -> App {
    let app = App()
    app.use(RequestID(), RequestLog())
    app.get("/") { _ in Redirect.permanent("/v2/jobs") }
    app.group("/v1") { v1 in
        v1.get("/jobs") { request in
            // The first version had no pages and called the company "employer".
            let jobs = try await board.open(in: request.query["city"])
            return jobs.map { ["title": $0.title, "employer": $0.company] }
        }
    }
    app.group("/v2") { v2 in
        v2.use("/jobs", JobController(board: board))
        v2.group("/requests") { requests in
            requests.use(RequireKey(keys: keys))
            requests.use("/", RequestController(desk: desk))
        }
    }
    return app
}

extension BoardError: ProblemConvertible {
    public var problem: Problem {
        switch self {
        case .noJob(let id): Problem(.notFound, "There is no job \(id).", code: "no_job")
        case .filled: Problem(.gone, "Somebody got it.", code: "filled")
        case .twice: Problem(.conflict, "You have asked already.", code: "twice")
        }
    }
}
