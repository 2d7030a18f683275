import Fledge

/// `app/blog/[slug]/page.tsx`: the published article, or the draft for who has the preview cookie.
@Route struct ArticlePage {
    let articles: Articles
    let cache: PageCache
    let settings: SiteSettings

    func GET(slug: String, request: Request) async throws -> Response {
        let preview = request.cookies["preview"] == settings.previewSecret
        if !preview, let html = await cache.html(of: slug) {
            return HTML(html).response(for: request).header("X-Cache", "hit")
        }
        guard let article = try await articles.read(slug, drafts: preview) else {
            throw Problem(.notFound, "There is no article '\(slug)'.")
        }
        let related = settings.showsRelated ? try await articles.related(to: article) : []
        let html = ArticleView(article: article, related: related, isPreview: preview).html
        if !preview { await cache.keep(html, of: slug) }
        return HTML(html).response(for: request)
            .header(.cacheControl, preview ? "private, no-store" : "public, s-maxage=60, stale-while-revalidate")
    }
}
