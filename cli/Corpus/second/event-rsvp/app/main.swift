import Fledge
import FledgeData
import FledgeSQLite

await serve {
    let database = try await Database.sqlite(path: "data/rsvp.sqlite")
    let services = Services(database: database)
    let app = makeApp(services: services)
    app.addServices(WaitlistWorker(waitlist: services.waitlist))
    return app
}
