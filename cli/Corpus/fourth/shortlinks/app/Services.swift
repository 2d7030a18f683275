import Fledge
import FledgeData
import FledgeSQLite

struct Services: Sendable {
    var links: LinkService
    var clicks: ClickService

    init(links: any LinkStore) {
        self.links = LinkService(store: links)
        self.clicks = ClickService(store: links)
    }

    init(environment: Environment) async throws {
        let database = try await Database.sqlite(path: environment["LINKS_DB"] ?? "links.sqlite")
        _ = try await Migrations(directory: "migrations").apply(to: database)
        self.init(links: SQLLinkStore(database: database))
    }
}
