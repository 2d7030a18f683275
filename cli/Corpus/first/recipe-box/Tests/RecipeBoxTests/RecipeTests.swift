import FledgeTesting
import RecipeBoxCore
import Testing

@testable import RecipeBox

@Suite struct RecipeTests {
    let soup = Recipe(
        slug: "soup", title: "Soup", servings: 4, ingredients: [.init(name: "Leek", grams: 250)], tags: ["winter"])

    @Test func `a recipe is scaled up, and rounded up`() async throws {
        let recipes = RecipeService(store: InMemoryRecipes())
        try await recipes.add(soup)
        #expect(try await recipes.show("soup", servings: 5)?.ingredients.first?.grams == 313)
        #expect(try await recipes.find(tag: "summer").isEmpty)
    }

    @Test func `a recipe is added and read in two formats`() async throws {
        try await makeApp(services: Services(store: InMemoryRecipes())).test { client in
            try await client.post("/recipes", json: soup).expect(.created)
            let list = try await client.get("/recipes?tag=winter")
            #expect(list.headers["X-Total-Count"] == "1")
            #expect(try await client.get("/recipes/soup?format=text&servings=8").text == "Soup\n500 g Leek")
            try await client.get("/recipes/soup?format=pdf").expectProblem(.notAcceptable)
            try await client.get("/recipes/stew").expectProblem(.notFound)
        }
    }
}
