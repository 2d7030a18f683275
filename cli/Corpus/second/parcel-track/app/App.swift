import Fledge
import FledgeData

struct Services: Sendable {
    let database: Database
    let parcels: ParcelService
    let insurance: InsuranceService

    init(database: Database) {
        self.database = database
        parcels = ParcelService(store: ParcelStore(database: database))
        insurance = InsuranceService(maximum: 500_000)
    }
}

func makeApp(services: Services) -> App {
    let app = App()
    app.use(RequestID(), RequestLog())
    FileRoutes.mount(on: app, services: services)
    depotRoutes(app, services)
    return app
}
