import Fledge

@Route struct ShoppingListRoute {
    let recipes: RecipeService

    /// What to buy, as text for a phone.
    func GET(slug: String, guests: Int?) async throws -> String {
        guard let dish = try await recipes.find(slug) else {
            throw Problem(.notFound, "Nobody has cooked that.")
        }
        var lines = ""
        for entry in dish.ingredients {
            let weight = entry.grams * (guests ?? dish.servings) / dish.servings
            let big = weight >= 1000
            let label = big ? "\(weight / 1000).\(weight % 1000 / 100) kg" : "\(weight) g"
            lines += "- \(label) \(entry.name)\n"
        }
        return lines
    }
}
