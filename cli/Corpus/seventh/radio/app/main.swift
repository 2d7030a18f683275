import Fledge
import RadioCore

await serve {
    let environment = try Environment.load()
    let settings = try RadioSettings(environment: environment)
    let services = Services(
        tracks: TrackLibrary(), listeners: IcecastAudience(host: settings.icecastHost))
    return makeApp(services, hookSecret: settings.hookSecret.reveal(), environment: environment)
}
