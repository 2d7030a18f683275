import Fledge
import FledgeData

/// What the routes work with.
struct Choir: Sendable {
    var database: Database
    var singers: SingerService
    var concerts: ConcertService
    var seating: SeatingService
    var export: @Sendable () async throws -> String

    init(database: Database) {
        self.database = database
        singers = SingerService(database: database)
        concerts = ConcertService(database: database)
        seating = SeatingService(singers: singers)
        let service = ExportService(singers: singers)
        export = { try await service.csv() }
    }
}

func makeApp(_ choir: Choir, environment: Environment = Environment(mode: .test)) -> App {
    let app = App(environment: environment)
    app.use(RequestID(), RequestLog())
    app.group("/singers") { singerRoutes($0, choir) }
    app.group("/concerts") { concertRoutes($0, choir) }
    app.group("/admin") { adminRoutes($0, choir) }
    return app
}
