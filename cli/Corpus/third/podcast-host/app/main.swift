import Fledge

await serve {
    let env = try Environment.load()
    let services = Services(
        shows: ShowCatalog(), audio: AudioShelf(root: env["AUDIO"] ?? "audio"),
        sessions: Sessions(keys: env["KEYS"] ?? ""), isLiveOn: env["FLAG_LIVE"] == "1")
    return podcasts(services)
}

func podcasts(_ services: Services) -> App {
    let app = App()
    app.use(RequestID(), RequestLog(), SecurityHeaders())
    FileRoutes.mount(on: app, services: services)
    return app
}
