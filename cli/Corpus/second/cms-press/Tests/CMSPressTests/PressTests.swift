import Fledge
import FledgeTesting
import Testing

@testable import CMSPress

@Test func `an article goes from draft to cache`() async throws {
    let services = Services(
        articles: Articles(store: ArticleStore()), cache: PageCache(), settings: SiteSettings(showsRelated: true))
    try await makeApp(services: services).test { client in
        let text = Array(repeating: "word", count: 20).joined(separator: " ")
        try await client.post("/api/articles", json: ["title": "Birds", "text": .string(text)] as JSON).expect(.created)
        try await client.get("/blog/birds").expectProblem(.notFound)
        let preview = try await client.get("/api/preview?secret=preview&slug=birds")
        #expect(preview.headers[.location] == "/blog/birds")
        let draft = try await client.get("/blog/birds", headers: [.cookie: "preview=preview"])
        #expect(draft.text.contains("Preview"))
        try await client.delete("/api/preview").expect(.noContent)
        try await client.send(.post, "/api/articles/birds/publish").expect(.ok)
        try await client.get("/blog/birds").expect(.ok)
        #expect(try await client.get("/blog/birds").headers["X-Cache"] == "hit")
        try await client.post("/api/revalidate", json: ["slugs": ["birds"]]).expectProblem(.unauthorized)
        try await client.post("/api/revalidate", json: ["slugs": ["birds"]], headers: ["X-Hook-Secret".field: "hook"])
            .expect(json: ["revalidated": ["birds"]])
    }
}

extension String {
    fileprivate var field: FieldName { FieldName(self) ?? .accept }
}
