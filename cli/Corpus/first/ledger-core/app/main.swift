import Fledge
import FledgeSQLite
import LedgerBookDatabase
import LedgerBookServices

await serve {
    let database = try await Database.sqlite(path: "data/ledger.sqlite")
    return makeApp(ledger: LedgerService(store: SQLLedgerStore(database)))
}
