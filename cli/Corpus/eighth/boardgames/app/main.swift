import Fledge

await serve {
    var services = Services()
    services.staffKey = try Environment.load()["STAFF_KEY"] ?? services.staffKey
    return makeApp(services)
}
