import Fledge

await serve {
    let environment = try Environment.load()
    let services = try await Services(environment: environment)
    if environment["REMIND"] != nil {
        _ = try await services.reminders.run(year: 2026)
    }
    return makeApp(services)
}
