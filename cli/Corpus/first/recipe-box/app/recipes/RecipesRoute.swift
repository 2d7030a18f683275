import Fledge
import RecipeBoxCore

@Route struct RecipesRoute {
    let recipes: RecipeService

    func GET(tag: String?, page: Int = 1) async throws -> Response {
        let found = try await recipes.find(tag: tag)
        let size = 12
        let shown = found.dropFirst((max(page, 1) - 1) * size).prefix(size)
        return Response.json(shown.map(\.title)).header("X-Total-Count", "\(found.count)")
    }

    func POST(body: Recipe) async throws -> Created<Recipe> {
        try await recipes.add(body)
        return Created(body, at: "/recipes/\(body.slug)")
    }
}
