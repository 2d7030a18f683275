import Deeds
import Fledge

await serve {
    let environment = try Environment.load()
    let settings = try NotarySettings(environment: environment)
    return makeApp(
        deeds: DeedService(store: InMemoryDeedStore()), settings: settings)
}
