import Fledge

@Route struct PublishRoute {
    let articles: Articles
    let cache: PageCache

    func POST(slug: String) async throws -> Article {
        let article = try await articles.publish(slug)
        await cache.drop(slug)
        return article
    }
}

extension ArticleError: ProblemConvertible {
    var problem: Problem {
        switch self {
        case .unknown: Problem(.notFound)
        case .tooShort(let words): Problem(.conflict, "\(words) words are no article.", code: "too_short")
        }
    }
}
