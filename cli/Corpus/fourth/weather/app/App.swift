import Fledge
import WeatherServices

func makeApp(_ services: Services) -> App {
    let app = App(mode: .test)
    app.use(RequestID(), RequestLog(), CORS(origins: ["*"]))
    FileRoutes.mount(on: app, services: services)
    return app
}
