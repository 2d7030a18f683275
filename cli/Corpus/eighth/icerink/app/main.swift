import Fledge

await serve {
    let services = Services()
    let app = makeApp(services)
    for time in await services.resurfacing.breaks() {
        print("The machine goes out at \(time).")
    }
    return app
}
