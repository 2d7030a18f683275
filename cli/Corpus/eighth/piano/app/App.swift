import Fledge
import PianoCore

func makeApp(_ services: Services) -> App {
    let app = App()
    app.use(RequestID(), RequestLog())
    FileRoutes.mount(on: app, services: services)
    return app
}

extension PianoError: ProblemConvertible {
    public var problem: Problem {
        switch self {
        case .unknown, .noVisit: Problem(.notFound, "There is no such thing.")
        case .serialTaken(let serial): Problem(.conflict, "\(serial) is ours.", code: "serial")
        case .alreadyTuned: Problem(.conflict, "It has been tuned.", code: "tuned")
        case .tooSoon: Problem(.conflict, "A piano rests for thirty days.", code: "too_soon")
        }
    }
}
