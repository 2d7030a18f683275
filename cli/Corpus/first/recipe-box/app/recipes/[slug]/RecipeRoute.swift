import Fledge
import RecipeBoxCore

@Route struct RecipeRoute {
    let recipes: RecipeService

    /// A recipe for so many people.
    func GET(slug: String, servings: Int?, format: String = "json") async throws -> Response {
        guard let recipe = try await recipes.show(slug, servings: servings) else {
            throw Problem(.notFound, "There is no recipe '\(slug)'.")
        }
        switch format {
        case "json": return Response.json(recipe)
        case "text":
            let lines = recipe.ingredients.map { "\($0.grams) g \($0.name)" }
            return Response(body: "\(([recipe.title] + lines).joined(separator: "\n"))")
        default: throw Problem(.notAcceptable, "The format is json or text.")
        }
    }
}
