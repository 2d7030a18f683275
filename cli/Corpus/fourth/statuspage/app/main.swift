import Fledge

await serve {
    let environment = try Environment.load()
    let settings = try StatusSettings(environment: environment)
    let services = Services(probe: HTTPProbe(), components: settings.components)
    return makeApp(services: services, settings: settings)
}
