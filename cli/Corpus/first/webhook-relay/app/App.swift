import Fledge

struct Secrets: Sendable {
    let stripe: String
    let cron: String
}

/// As an Express `index.js`: everything in sight.
func makeApp(services: Services, secrets: Secrets) -> App {
    let app = App()
    app.use(RequestID(), RequestLog())
    mountWebhooks(on: app, services: services, secrets: secrets)
    mountCron(on: app, services: services, secrets: secrets)
    app.get("/deliveries") { request in
        let deliveries = try await services.deliveries.recent()
        return Response.json(deliveries).header(.cacheControl, "no-store")
    }
    app.get("/version") { _ in "relay 4" }
    return app
}

struct Services: Sendable {
    let events: EventService
    let deliveries: DeliveryService

    init(queue: any EventQueue) {
        events = EventService(queue: queue)
        deliveries = DeliveryService(queue: queue)
    }
}
