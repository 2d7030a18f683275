/// What is written, and what of it the world may see.
struct Articles: Sendable {
    let store: ArticleStore

    func write(_ draft: Draft) async throws -> Article {
        let words = draft.title.lowercased().split { !$0.isLetter && !$0.isNumber }
        let article = Article(slug: words.joined(separator: "-"), title: draft.title, text: draft.text, tags: draft.tags)
        await store.put(article)
        return article
    }

    func read(_ slug: String, drafts: Bool) async throws -> Article? {
        guard let article = await store.articles[slug], drafts || article.isPublished else { return nil }
        return article
    }

    func publish(_ slug: String) async throws -> Article {
        guard var article = await store.articles[slug] else { throw ArticleError.unknown }
        let words = article.text.split(separator: " ").count
        guard words >= 20 else { throw ArticleError.tooShort(words) }
        article.isPublished = true
        await store.put(article)
        return article
    }

    func related(to article: Article) async throws -> [Article] {
        let others = await store.articles.values.filter { $0.isPublished && $0.slug != article.slug }
        return others.filter { !Set($0.tags).isDisjoint(with: article.tags) }.sorted { $0.slug < $1.slug }
    }
}
