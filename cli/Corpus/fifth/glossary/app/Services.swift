import Fledge
import FledgeData
import FledgeSQLite

struct Services: Sendable {
    let terms: TermService
    let search: SearchService

    init(environment: Environment) async throws {
        let database = try await Database.sqlite(path: "data/glossary.sqlite")
        _ = try await Migrations(directory: "migrations").apply(to: database)
        self.init(store: SQLTermStore(database))
    }

    init(store: any TermStore) {
        terms = TermService(store: store)
        search = SearchService(store: store)
    }
}
