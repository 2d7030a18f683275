import Fledge
import TemplateAppServices
import TemplateAppWeb

// Whatever is wrong is reported here, before the socket opens.
await serve {
    let environment = try Environment.load()
    let services = try await Services(environment: environment)
    return makeApp(services: services, environment: environment)
}
