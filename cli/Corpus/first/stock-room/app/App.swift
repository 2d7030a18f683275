import Fledge
import FledgeData

struct Services: Sendable {
    let database: Database
    let inventory: InventoryService
    let labels: LabelService

    init(database: Database) {
        self.database = database
        inventory = InventoryService(store: PartStore(database: database))
        labels = LabelService()
    }
}

func makeApp(services: Services) -> App {
    let app = App()
    app.use(RequestID(), RequestLog())
    partRoutes(app, services)
    orderRoutes(app, services)
    app.use("/reports", ReportController(services: services))
    return app
}
