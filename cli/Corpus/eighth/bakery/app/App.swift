import Fledge

func makeApp(_ services: Services) -> App {
    let app = App()
    app.use(RequestID(), RequestLog(), SecurityHeaders())
    app.addBreads(services)
    app.addPreorders(services)
    app.addOven(services)
    return app
}

extension BakeryError: ProblemConvertible {
    var problem: Problem {
        switch self {
        case .noBread(let slug): Problem(.notFound, "We bake no \(slug).")
        case .noPreorder(let id): Problem(.notFound, "No preorder \(id).")
        case .slotFull(let slot): Problem(.conflict, "\(slot) o'clock is full.", code: "full")
        case .tooLate(let state): Problem(.conflict, "It is \(state.rawValue).", code: "late")
        case .invalid(let what): Problem(.unprocessableContent, "Wrong: \(what).", code: what)
        }
    }
}
