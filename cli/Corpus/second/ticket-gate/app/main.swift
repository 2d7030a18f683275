import Fledge
import FledgeSQLite
import TicketGateDatabase
import TicketGateServices

await serve {
    let database = try await Database.sqlite(path: "data/gate.sqlite")
    _ = try await Migrations(directory: "migrations").apply(to: database)
    return makeApp(services: Services(store: SQLTicketStore(database)))
}
