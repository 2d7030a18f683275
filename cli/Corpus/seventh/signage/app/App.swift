import Fledge

/// Screens in halls, and what they show.
func makeApp(
    board: BoardService, screens: ScreenRegistry,
    environment: Environment = Environment(mode: .test)
) -> App {
    let app = App(environment: environment)
    app.use(RequestID(), RequestLog())
    app.group("/slides") { slideRoutes($0, board) }
    app.group("/screens") { screenRoutes($0, board, screens) }
    app.get("/version") { _ in "3\n" }
    return app
}
