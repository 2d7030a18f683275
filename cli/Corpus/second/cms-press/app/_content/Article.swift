import FledgeSchema

@Schema struct Article: Hashable, Sendable {
    let slug: String
    var title: String
    var text: String
    var tags: [String] = []
    var isPublished = false
}

@Schema struct Draft: Sendable {
    @Field(.length(3...120)) var title: String
    @Field(.length(...200_000)) var text: String
    @Field(.items(0...5), .unique) var tags: [String] = []
}

enum ArticleError: Error, Equatable {
    case unknown
    case tooShort(Int)
}

actor ArticleStore {
    private(set) var articles: [String: Article] = [:]
    func put(_ article: Article) { articles[article.slug] = article }
}

/// Rendered pages, until somebody says that they are old.
actor PageCache {
    private var pages: [String: String] = [:]
    func html(of slug: String) -> String? { pages[slug] }
    func keep(_ html: String, of slug: String) { pages[slug] = html }
    func drop(_ slug: String) { pages[slug] = nil }
}
