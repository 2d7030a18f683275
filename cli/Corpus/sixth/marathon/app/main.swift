import Fledge
import FledgeData
import FledgeSQLite
import Racing

await serve {
    let database = try await Database.sqlite(path: "data/marathon.sqlite")
    return makeApp(Services(store: InMemoryRaceStore(), database: database))
}
