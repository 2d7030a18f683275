import Fledge
import FledgeData
import FledgeDataTesting
import FledgeSQLite
import Testing

@testable import Shortlinks

@Suite struct LinkTests {
    private func services() throws -> Services {
        Services(links: SQLLinkStore(database: try TestDatabase.current))
    }

    @Test(.database(migrations: "migrations"))
    func `a link leads on and counts where from`() async throws {
        let services = try services()
        let routes = LinksRoute(links: services.links)
        let ada = Owner(id: 1)
        let created = try await routes.POST(
            owner: ada, body: NewLink(slug: "party", target: "https://example.com/party"))
        #expect(created.location == "/party")
        let slug = SlugRoute(links: services.links, clicks: services.clicks)
        let answer = try await slug.GET(slug: "Party", referer: Header("https://news.example/7"))
        #expect(answer.status == .temporaryRedirect)
        #expect(try await slug.GET(slug: "none", referer: nil).status == .notFound)
        let link = LinkRoute(links: services.links, clicks: services.clicks)
        #expect(
            try await link.GET(slug: "party", owner: ada)
                == [ClickCount(referer: "news.example", count: 1)])
        await #expect(throws: LinkError.unknown) {
            try await link.DELETE(slug: "party", owner: Owner(id: 2))
        }
        #expect(try await link.DELETE(slug: "party", owner: ada).status == .noContent)
    }

    @Test(.database(migrations: "migrations"))
    func `a full page says where it goes on`() async throws {
        let services = try services()
        for slug in ["one", "two", "three"] {
            _ = try await services.links.create(
                NewLink(slug: slug, target: "https://example.com"), owner: 1)
        }
        let page = try await LinksRoute(links: services.links)
            .GET(owner: Owner(id: 1), query: LinkQuery(limit: 2))
        #expect(page.next == "/api/links?after=2")
    }

    @Test(arguments: ["api", "health"])
    func `our own paths are no links`(slug: String) async throws {
        let database = try await Database.inMemory()
        let links = LinkService(store: SQLLinkStore(database: database))
        await #expect(throws: LinkError.reserved) {
            try await links.create(NewLink(slug: slug, target: "https://example.com"), owner: 1)
        }
    }
}
