import CafeCore
import Fledge

func makeApp(_ services: Services) -> App {
    let app = App()
    app.use(RequestID(), RequestLog(), SecurityHeaders())
    FileRoutes.mount(on: app, services: services)
    app.on(.get, "/games/:slug") { (slug: String) in
        guard let game = await services.shelf.find(slug: slug) else {
            throw Problem(.notFound, "No game is called \(slug).")
        }
        let players =
            game.minPlayers == game.maxPlayers
            ? "\(game.minPlayers)" : "\(game.minPlayers) to \(game.maxPlayers)"
        return HTML("<h1>\(HTML.escape(game.title))</h1><p>For \(players)</p>")
    }
    return app
}

extension CafeError: ProblemConvertible {
    public var problem: Problem {
        switch self {
        case .noGame(let id): Problem(.notFound, "No game \(id).", code: "not_found")
        case .noLoan(let id): Problem(.notFound, "No loan \(id).", code: "not_found")
        case .allOut(let id): Problem(.conflict, "Game \(id) is on other tables.", code: "all_out")
        case .wrongTable(let table):
            Problem(.conflict, "It lies on table \(table).", code: "wrong_table")
        case .wrongSize(let players):
            Problem(.conflict, "Not for \(players) players.", code: "wrong_size")
        }
    }
}
