import Fledge
import TemplateAppServices

/// Puts the app together. The tests call it with services of their own.
package func makeApp(services: Services, environment: Environment) -> App {
    let app = App(environment: environment)
    app.use(RequestID(), RequestLog(), SecurityHeaders())
    app.health()  // GET /health and GET /ready
    app.openAPI("template-app")  // GET /docs and /openapi.json, but not in production
    app.use(StaticFiles("public", required: false))
    FileRoutes.mount(on: app, services: services)
    return app
}
