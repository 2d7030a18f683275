import Fledge

func makeApp(drops: DropService) -> App {
    let app = App()
    app.use(RequestID(), RequestLog(), SecurityHeaders())
    uploads(app, drops)
    downloads(app, drops)
    return app
}

extension DropError: ProblemConvertible {
    var problem: Problem {
        switch self {
        case .unknown: Problem(.notFound, "There is nothing here.")
        case .gone: Problem(.gone, "It was taken as often as it may be.", code: "gone")
        case .notThatKind(let kind): Problem(.unsupportedMediaType, "\(kind) is not taken here.")
        case .full: Problem(.serviceUnavailable, "The box is full.", code: "full")
        }
    }
}
