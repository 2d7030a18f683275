import Fledge
import FledgeData

struct Services: Sendable {
    let database: Database
    let events: Events
    let waitlist: Waitlist

    init(database: Database) {
        let store = EventStore(database: database)
        self.database = database
        events = Events(store: store)
        waitlist = Waitlist(store: store)
    }
}

func makeApp(services: Services) -> App {
    let app = App()
    FileRoutes.mount(on: app, services: services)
    return app
}

extension EventError: ProblemConvertible {
    var problem: Problem { self == .full ? Problem(.conflict, "It is full.", code: "full") : Problem(.notFound) }
}
