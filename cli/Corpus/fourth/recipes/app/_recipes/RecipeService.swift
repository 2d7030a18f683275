import FledgeData
import FledgeSchema

@Schema struct Ingredient: Codable {
    let name: String
    let grams: Int
}

struct Recipe: Sendable {
    let slug: String
    let title: String
    let tag: String
    let servings: Int
    let ingredients: [Ingredient]
}

struct RecipeService: Sendable {
    let database: Database

    func find(_ slug: String) async throws -> Recipe? {
        guard
            let row = try await database.first(
                "SELECT * FROM recipes WHERE slug = \(slug)", as: Row.self)
        else { return nil }
        let ingredients = try await database.query(
            "SELECT name, grams FROM ingredients WHERE recipe = \(slug)", as: Ingredient.self)
        return Recipe(
            slug: row.slug, title: row.title, tag: row.tag, servings: row.servings,
            ingredients: ingredients)
    }

    func newSlug(for old: String) async throws -> String? {
        try await database.first("SELECT new FROM moved WHERE old = \(old)", as: String.self)
    }

    func slugs() async throws -> [String] {
        try await database.query("SELECT slug FROM recipes ORDER BY slug", as: String.self)
    }

    private struct Row: Decodable {
        let slug: String
        let title: String
        let tag: String
        let servings: Int
    }
}
