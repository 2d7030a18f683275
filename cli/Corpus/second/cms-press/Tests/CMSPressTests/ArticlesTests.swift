import Testing

@testable import CMSPress

@Suite struct ArticlesTests {
    let articles = Articles(store: ArticleStore())

    @Test func `a draft is seen by editors, and an article by all`() async throws {
        let text = Array(repeating: "word", count: 20).joined(separator: " ")
        let slug = try await articles.write(Draft(title: "Birds, and more!", text: text, tags: ["a"])).slug
        #expect(slug == "birds-and-more")
        #expect(try await articles.read(slug, drafts: false) == nil)
        #expect(try await articles.read(slug, drafts: true) != nil)
        _ = try await articles.publish(slug)
        let short = try await articles.write(Draft(title: "Nests", text: "Short.", tags: ["a"]))
        #expect(try await articles.related(to: short).map(\.slug) == [slug])
        await #expect(throws: ArticleError.tooShort(1)) { try await articles.publish(short.slug) }
    }

    @Test func `a page is kept until it is dropped`() async {
        let cache = PageCache()
        await cache.keep("x", of: "a")
        #expect(await cache.html(of: "a") == "x")
        await cache.drop("a")
        #expect(await cache.html(of: "a") == nil)
    }
}
