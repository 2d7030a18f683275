import CostumesCore
import Fledge

await serve {
    let environment = try Environment.load()
    let store = CostumeStore()
    let services = Services(store: store, advisor: SizeAdvisor())
    let app = makeApp(services, environment: environment)
    app.addServices(RepairDesk(repairs: services.repairs))
    return app
}
