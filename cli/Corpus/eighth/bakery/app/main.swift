import Fledge

await serve {
    let environment = try Environment.load()
    var services = Services([
        Bread(slug: "rye", name: "Rye", cents: 520), Bread(slug: "roll", name: "Roll", cents: 90),
    ])
    services.cronKey = environment["CRON_KEY"] ?? ""
    services.showHidden = environment["PREVIEW"] == "yes"
    return makeApp(services)
}
