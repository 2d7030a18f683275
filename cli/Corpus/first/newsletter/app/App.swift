import Fledge
import FledgeData

struct Services: Sendable {
    let database: Database
    let subscribers: SubscriberService
    let sender: SendService
    let cron: CronSecret

    init(database: Database, cronSecret: String) {
        self.database = database
        subscribers = SubscriberService(store: SubscriberStore(database: database))
        sender = SendService(subscribers: subscribers)
        cron = CronSecret(value: cronSecret)
    }
}

struct CronSecret: Sendable { let value: String }

func makeApp(services: Services) -> App {
    let app = App()
    FileRoutes.mount(on: app, services: services)
    return app
}
