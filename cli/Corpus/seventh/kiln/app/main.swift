import Fledge

await serve {
    let environment = try Environment.load()
    return makeApp(Services.inMemory(), environment: environment)
}
