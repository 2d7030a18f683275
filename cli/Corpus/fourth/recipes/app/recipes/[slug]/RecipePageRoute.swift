import Fledge
import FledgeData

@Route struct RecipePageRoute {
    let recipes: RecipeService

    /// The page of a recipe, for as many as come.
    func GET(slug: String, servings: Int?) async throws -> Response {
        guard let recipe = try await recipes.find(slug) else {
            guard let newer = try await recipes.newSlug(for: slug) else {
                throw Problem(.notFound, "Nobody has cooked that.")
            }
            return Response(.permanentRedirect, headers: [.location: "/recipes/\(newer)"])
        }
        var items = ""
        for ingredient in recipe.ingredients {
            let grams = ingredient.grams * (servings ?? recipe.servings) / recipe.servings
            let text = grams >= 1000 ? "\(grams / 1000).\(grams % 1000 / 100) kg" : "\(grams) g"
            items += "<li>\(text) \(HTML.escape(ingredient.name))</li>"
        }
        let others = try await related(to: recipe)
        let more = others.map { "<a href=\"/recipes/\($0)\">\($0)</a>" }
        return Response(
            headers: [.contentType: "text/html; charset=utf-8"],
            body: Body(
                "<h1>\(HTML.escape(recipe.title))</h1><ul>\(items)</ul>\(more.joined())"))
    }
}

extension RecipePageRoute {
    /// Others with the same tag.
    fileprivate func related(to recipe: Recipe) async throws -> [String] {
        try await recipes.database.query(
            "SELECT slug FROM recipes WHERE tag = \(recipe.tag) AND slug <> \(recipe.slug) LIMIT 3",
            as: String.self)
    }
}
