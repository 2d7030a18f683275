import Fledge
import FledgeData
import FledgeDataTesting
import Foundation
import Testing

@testable import Recipes

@Suite(.database(migrations: "migrations")) struct RecipeTests {
    private func services() async throws -> Services {
        let database = try TestDatabase.current
        try await database.execute(
            "INSERT INTO recipes (slug, title, tag, servings) VALUES ('soup', 'Soup', 'hot', 2)")
        try await database.execute(
            "INSERT INTO ingredients (recipe, name, grams) VALUES ('soup', 'leek', 700)")
        try await database.execute("INSERT INTO moved (old, new) VALUES ('leek-soup', 'soup')")
        return Services(
            database: database, imageFolder: FileManager.default.temporaryDirectory.path)
    }

    @Test func `a page is for as many as come`() async throws {
        let page = RecipePageRoute(recipes: try await services().recipes)
        let answer = try await page.GET(slug: "soup", servings: 4)
        let text = try await String(buffer: answer.body.collect(upTo: 10_000))
        #expect(text.contains("<li>1.4 kg leek</li>"))
        #expect(try await page.GET(slug: "leek-soup", servings: nil).status.code == 308)
    }

    @Test func `a shopping list is text`() async throws {
        let route = ShoppingListRoute(recipes: try await services().recipes)
        #expect(try await route.GET(slug: "soup", guests: nil) == "- 700 g leek\n")
    }

    @Test func `links of new cooks are held`() async throws {
        let services = try await services()
        let route = ReviewsRoute(reviews: services.reviews)
        let spam = NewReview(stars: 5, text: "see http://x.example")
        let held = try await route.POST(slug: "soup", cook: Cook(id: 1, days: 1), body: spam)
        #expect(held.value.state == "held")
        let old = try await route.POST(slug: "soup", cook: Cook(id: 2, days: 30), body: spam)
        #expect(try await route.GET(slug: "soup") == [old.value])
        let twice = NewReview(stars: 5, text: "good", tags: ["hot", "hot"])
        await #expect(throws: Problem.self) {
            try await route.POST(slug: "soup", cook: Cook(id: 2, days: 30), body: twice)
        }
    }

    @Test func `a picture gets a name`() async throws {
        let route = ImagesRoute(images: try await services().images)
        let file = UploadedFile(name: "a.png", contentType: .png, bytes: [1, 2, 3])
        let answer = try await route.upload(cook: Cook(id: 7, days: 1), body: NewImage(file: file))
        #expect(answer.headers[.location] == "/images/7-3.png")
    }
}
