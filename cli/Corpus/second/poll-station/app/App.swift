import Fledge

struct Services: Sendable {
    let polls: any PollKeeping
    let count: Counting

    init(environment: Environment) async throws { self.init() }

    init(box: BallotBox = BallotBox()) {
        polls = PollKeeper(box: box)
        count = Counting(box: box)
    }
}

func makeApp(services: Services) -> App {
    let app = App()
    app.use(RequestID())
    FileRoutes.mount(on: app, services: services)
    return app
}

extension PollError: ProblemConvertible {
    var problem: Problem {
        switch self {
        case .unknown: Problem(.notFound)
        case .closed: Problem(.gone, "The poll is closed.", code: "closed")
        case .votedAlready: Problem(.conflict, "You have voted.", code: "voted")
        case .noSuchOption: Problem(.unprocessableContent, "It has no such option.", code: "option")
        }
    }
}
