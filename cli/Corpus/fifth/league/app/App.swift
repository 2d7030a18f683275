import Fledge
import FledgeData

func makeApp(database: Database, environment: Environment, uploads: String = "uploads") -> App {
    let app = App(environment: environment)
    app.use(RequestID(), RequestLog())
    let store = LeagueStore(database: database)
    addTeamRoutes(to: app, store: store, uploads: uploads)
    addMatchRoutes(to: app, matches: MatchService(store: store), store: store, database: database)
    return app
}
