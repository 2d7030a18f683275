import Fledge

func makeApp(services: Services, settings: StatusSettings) -> App {
    let app = App(mode: .test)
    app.use(RequestID(), RequestLog(), CORS(origins: ["*"]))
    publicRoutes(app, services)
    app.group("/cron") { cron in
        cron.use(CronOnly(secret: settings.cronSecret))
        cron.post("/probe") { _ async throws in
            let changed = try await services.monitor.probeAll()
            return Response.json(["changed": changed])
        }
        cron.post("/prune") { request async throws in
            let days = try await request.json(Retention.self).days
            await services.incidents.prune(olderThan: days)
            return Response(.noContent)
        }
    }
    return app
}

@Schema struct Retention {
    @Field(.range(1...3650)) var days: Int = 90
}
