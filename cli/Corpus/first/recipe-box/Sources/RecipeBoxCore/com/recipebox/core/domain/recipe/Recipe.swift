import FledgeSchema

@Schema public struct Recipe: Hashable, Sendable {
    @Schema public struct Ingredient: Hashable, Sendable {
        @Field(.length(1...60)) public var name: String
        @Field(.range(1...10_000)) public var grams: Int

        public init(name: String, grams: Int) { (self.name, self.grams) = (name, grams) }
    }

    @Field(.pattern("^[a-z0-9-]+$")) public var slug: String
    @Field(.length(1...80)) public var title: String
    @Field(.range(1...50)) public var servings: Int
    @Field(.items(1...40)) public var ingredients: [Ingredient]
    @Field(.unique) public var tags: [String] = []

    public init(slug: String, title: String, servings: Int, ingredients: [Ingredient], tags: [String] = []) {
        self.slug = slug
        self.title = title
        self.servings = servings
        self.ingredients = ingredients
        self.tags = tags
    }
}
