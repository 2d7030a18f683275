import Fledge

@Route struct ArticlesRoute {
    let articles: Articles

    func POST(body: Draft) async throws -> Created<Article> {
        let article = try await articles.write(body)
        return Created(article, at: "/blog/\(article.slug)")
    }
}
