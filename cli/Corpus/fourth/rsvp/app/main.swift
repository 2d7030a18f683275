import Fledge
import FledgeSQLite
import RsvpDatabase
import RsvpServices

await serve {
    let environment = try Environment.load()
    let database = try await Database.sqlite(path: environment["RSVP_DB"] ?? "data/rsvp.sqlite")
    let services = Services(guests: GuestService(store: SQLGuestStore(database)))
    return makeApp(services: services, environment: environment)
}
