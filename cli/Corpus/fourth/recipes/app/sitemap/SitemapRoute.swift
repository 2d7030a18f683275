import Fledge

@Route struct SitemapRoute {
    let recipes: RecipeService

    /// For those who index us.
    func GET() async throws -> Response {
        let urls = try await recipes.slugs().map {
            "<url><loc>https://recipes.example/recipes/\($0)</loc></url>"
        }
        return Response(
            headers: [.contentType: "application/xml", .cacheControl: "max-age=3600"],
            body: Body("<urlset>\(urls.joined())</urlset>"))
    }
}
