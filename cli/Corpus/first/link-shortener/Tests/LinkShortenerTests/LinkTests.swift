import Fledge
import FledgeTesting
import Foundation
import Testing

@testable import LinkShortener

@Suite struct LinkTests {
    let services = Services(
        links: LinkService(store: FileLinkStore(NSTemporaryDirectory() + UUID().uuidString), makeSlug: { "abc" }))

    @Test func `a slug is given out once`() async throws {
        let new = NewLink(target: "https://example.com", slug: "talk")
        _ = try await services.links.shorten(new, owner: "ada")
        await #expect(throws: LinkError.slugTaken("talk")) {
            try await services.links.shorten(new, owner: "bob")
        }
    }

    @Test func `crawlers are not counted`() async throws {
        _ = try await services.links.shorten(NewLink(target: "https://example.com", slug: nil), owner: "ada")
        _ = try await services.links.visit("abc", agent: "Googlebot")
        let link = try #require(try await services.links.visit("abc", agent: nil))
        #expect(link.visits == 1)
        #expect(try await services.links.list(of: "ada").map(\.slug) == ["abc"])
        await #expect(throws: LinkError.notYours) { try await services.links.remove("abc", owner: "bob") }
    }

    @Test func `the last page is not beyond the last link`() {
        let links = (1...26).map { Link(slug: "l\($0)", target: "https://e.x", owner: "ada") }
        #expect(LinkPage(links, number: 9).items.count == 1)
        #expect(LinkPage(links, number: 1).next == "/api/links?page=2")
    }

    @Test func `a link is made, followed and removed`() async throws {
        try await makeApp(services: services, Environment(mode: .test)).test { client in
            var ada = client
            ada.headers[.authorization] = "Bearer ada"
            try await ada.post("/api/links", json: ["target": "https://example.com", "slug": "talk"]).expect(.created)
            let answer = try await client.get("/talk")
            #expect(answer.headers[.location] == "https://example.com")
            try await ada.get("/api/links").expect(.ok)
            try await client.get("/api/links").expectProblem(.unauthorized)
            try await ada.delete("/api/links/talk").expect(.noContent)
            try await client.get("/talk").expectProblem(.notFound, code: "unknown_link")
            try await ada.post("/api/links", json: ["target": "https://e.x", "slug": "docs"])
                .expectProblem(.unprocessableContent, pointer: "/slug", code: "reserved")
        }
    }
}
