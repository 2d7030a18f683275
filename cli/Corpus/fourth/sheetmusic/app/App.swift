import Fledge
import SheetmusicServices

func makeApp(_ services: Services) -> App {
    let app = App(mode: .test)
    app.use(RequestID(), RequestLog())
    FileRoutes.mount(on: app, services: services)
    return app
}
