import CostumesCore
import Fledge

struct Services: Sendable {
    var costumes: CostumeService
    var rentals: RentalService
    var repairs: RepairService
    var labels: LabelService
    var advisor: any SizeAdvising

    init(store: CostumeStore, advisor: any SizeAdvising) {
        costumes = CostumeService(store: store)
        rentals = RentalService(store: store)
        repairs = RepairService(store: store)
        labels = LabelService(store: store)
        self.advisor = advisor
    }
}

func makeApp(_ services: Services, environment: Environment = Environment(mode: .test)) -> App {
    let app = App(environment: environment)
    app.use(RequestID(), RequestLog())
    FileRoutes.mount(on: app, services: services)
    app.use("/desk", DeskController(costumes: services.costumes, rentals: services.rentals))
    return app
}
