import Fledge
import FledgeData

struct Services: Sendable {
    let database: Database
    let talks: TalkService

    init(database: Database) {
        self.database = database
        talks = TalkService(database: database)
    }
}

func makeApp(_ services: Services) -> App {
    let app = App(mode: .test)
    app.use(RequestID(), RequestLog())
    FileRoutes.mount(on: app, services: services)
    app.get("/export.csv") { request async throws in
        guard request.headers["X-Role"] == "chair" else {
            throw Problem(.forbidden, "This is for the chair.")
        }
        let rows = try await services.talks.all().map { "\($0.id),\($0.title)" }
        return Response(
            headers: [.contentType: "text/csv"],
            body: Body((["id,title"] + rows).joined(separator: "\n")))
    }
    return app
}
