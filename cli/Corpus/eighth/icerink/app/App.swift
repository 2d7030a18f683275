import Fledge
import RinkCore

func makeApp(_ services: Services) -> App {
    let app = App()
    app.use(RequestID(), RequestLog())
    FileRoutes.mount(on: app, services: services)
    return app
}

extension RinkError: ProblemConvertible {
    public var problem: Problem {
        switch self {
        case .noSuchSession, .noSuchRental: Problem(.notFound, "There is no such thing.")
        case .soldOut: Problem(.conflict, "This session is sold out.", code: "sold_out")
        }
    }
}
