public struct RecipeService: Sendable {
    let store: any RecipeStore

    public init(store: any RecipeStore) { self.store = store }

    public func find(tag: String?) async throws -> [Recipe] {
        try await store.all().filter { recipe in tag.map(recipe.tags.contains) ?? true }
    }

    public func add(_ recipe: Recipe) async throws { try await store.put(recipe) }

    /// A recipe scaled to so many people, each ingredient rounded up.
    public func show(_ slug: String, servings: Int?) async throws -> Recipe? {
        guard var recipe = try await store.all().first(where: { $0.slug == slug }) else { return nil }
        guard let servings, servings > 0 else { return recipe }
        for index in recipe.ingredients.indices {
            let grams = recipe.ingredients[index].grams * servings
            recipe.ingredients[index].grams = (grams + recipe.servings - 1) / recipe.servings
        }
        recipe.servings = servings
        return recipe
    }
}

public protocol RecipeStore: Sendable {
    func all() async throws -> [Recipe]
    func put(_ recipe: Recipe) async throws
}

public actor InMemoryRecipes: RecipeStore {
    private var recipes: [Recipe] = []
    public init() {}
    public func all() -> [Recipe] { recipes }
    public func put(_ recipe: Recipe) { recipes.append(recipe) }
}
