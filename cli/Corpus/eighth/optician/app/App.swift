import Fledge
import OpticCore

func makeApp(_ services: Services) -> App {
    let app = App()
    app.use(RequestID(), RequestLog(), SecurityHeaders())
    app.use("/frames", FrameController(glasses: services.glasses))
    app.use("/glasses", GlassesController(glasses: services.glasses))
    app.use("/visits", VisitController(database: services.database))
    return app
}

extension OpticError: ProblemConvertible {
    public var problem: Problem {
        switch self {
        case .noGlasses(let id): Problem(.notFound, "No glasses \(id).")
        case .noFrame(let name): Problem(.notFound, "No frame called \(name).")
        }
    }
}
