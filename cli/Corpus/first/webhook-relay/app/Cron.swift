import Fledge

/// Called by the scheduler of the platform, each minute.
func mountCron(on app: App, services: Services, secrets: Secrets) {
    app.get("/cron/deliver") { request in
        guard request.headers[.authorization] == "Bearer \(secrets.cron)" else {
            throw Problem(.unauthorized)
        }
        let report = try await services.deliveries.deliverDue()
        return Response.json(report, status: report.failed == 0 ? .ok : .accepted)
    }

    app.get("/cron/prune") { request in
        guard request.headers[.authorization] == "Bearer \(secrets.cron)" else {
            throw Problem(.unauthorized)
        }
        return ["removed": try await services.deliveries.prune()]
    }
}
