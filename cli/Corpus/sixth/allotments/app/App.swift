import Fledge
import Plots

struct Services: Sendable {
    var plots: PlotService
    var waiting: any Waiting

    init(store: PlotStore) {
        plots = PlotService(store: store)
        waiting = WaitingService(store: store)
    }
}

func makeApp(_ services: Services) -> App {
    let app = App()
    app.use(RequestID(), RequestLog(), SecurityHeaders())
    app.use("/plots", PlotController(plots: services.plots))
    app.use("/requests", RequestController(waiting: services.waiting))
    return app
}
