import Fledge
import FledgeSQLite
import ToolshedDatabase
import ToolshedServices

await serve {
    let environment = try Environment.load()
    let database = try await Database.sqlite(path: environment["SHED_DB"] ?? "shed.sqlite")
    return makeApp(Services(shelf: SQLShelf(database)))
}
