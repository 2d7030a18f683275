import Fledge

func makeApp(_ services: Services) -> App {
    let app = App()
    app.use(RequestID(), RequestLog())
    FileRoutes.mount(on: app, services: services)
    app.post("/exams") { request in
        try await services.exams.reserve(request)
    }
    return app
}

extension SchoolError: ProblemConvertible {
    var problem: Problem {
        switch self {
        case .noLesson(let id): Problem(.notFound, "No lesson \(id).")
        case .noLearner(let id): Problem(.notFound, "No learner \(id).")
        }
    }
}
