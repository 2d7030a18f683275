import Fledge

func makeApp(_ services: Services) -> App {
    let app = App()
    app.use(RequestID(), RequestLog(), SecurityHeaders())
    FileRoutes.mount(on: app, services: services)
    return app
}

extension JobError: ProblemConvertible {
    var problem: Problem {
        switch self {
        case .unknown(let id): Problem(.notFound, "No job \(id).")
        case .taken(let smith): Problem(.conflict, "\(smith) is on the way.", code: "taken")
        }
    }
}
