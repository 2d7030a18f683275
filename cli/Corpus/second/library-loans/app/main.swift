import Fledge
import FledgeSQLite
import LibraryLoansDatabase
import LibraryLoansServices

await serve {
    let database = try await Database.sqlite(path: "data/library.sqlite")
    let shelf = SQLShelf(database)
    return makeApp(catalogue: Catalogue(shelf: shelf), desk: LoanDesk(shelf: shelf))
}
