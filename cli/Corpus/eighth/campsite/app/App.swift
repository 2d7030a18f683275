import CampsiteServices
import Fledge

func makeApp(_ services: Services) -> App {
    let app = App()
    app.use(RequestID(), RequestLog(), SecurityHeaders())
    FileRoutes.mount(on: app, services: services)
    return app
}
