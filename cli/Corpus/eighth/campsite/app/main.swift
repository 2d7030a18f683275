import CampsiteDatabase
import CampsiteServices
import Fledge
import FledgeSQLite

await serve {
    let database = try await Database.sqlite(path: "data/camp.sqlite")
    try await Migrations(directory: "migrations").apply(to: database)
    return makeApp(Services(store: SQLStayStore(database)))
}
