import Fledge
import FledgeData

struct Services: Sendable {
    let database: Database
    let fleet: FleetService
    let geofences: GeofenceService

    init(database: Database) {
        self.database = database
        fleet = FleetService(store: FleetStore(database: database))
        geofences = GeofenceService()
    }
}

func makeApp(services: Services) -> App {
    let app = App()
    app.use(RequestID(), RequestLog())
    FileRoutes.mount(on: app, services: services)

    app.get("/vehicles") { _ in try await services.fleet.vehicles() }
    app.post("/vehicles") { request in
        Created(try await services.fleet.register(try await request.json(NewVehicle.self)))
    }
    app.on(.delete, "/vehicles/:id") { (id: Int) in
        guard try await services.fleet.retire(id) else { throw Problem(.notFound) }
        return Response(.noContent)
    }
    return app
}
