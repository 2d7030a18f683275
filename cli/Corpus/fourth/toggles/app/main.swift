import Fledge

await serve {
    let environment = try Environment.load()
    let services = Services(admins: environment["ADMIN_TOKENS"]?.split(separator: ",") ?? [])
    return makeApp(services)
}
