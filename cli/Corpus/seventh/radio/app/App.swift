import Fledge
import RadioCore

@Settings struct RadioSettings {
    var icecastHost: String = "localhost:8000"
    /// What the automation signs its calls with.
    var hookSecret: Secret
}

func makeApp(
    _ services: Services, hookSecret: String, environment: Environment = Environment(mode: .test)
) -> App {
    let app = App(environment: environment)
    app.use(RequestID(), RequestLog())
    app.use("/playlists", PlaylistController(playlists: services.playlists))
    app.use("/onair", OnAirController(air: services.air, audience: services.audience))
    app.use("/hooks", HookController(air: services.air, secret: hookSecret))
    return app
}
