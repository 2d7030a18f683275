import Fledge
import FledgeData
import FledgeSQLite

struct Services: Sendable {
    let recipes: RecipeService
    let reviews: ReviewService
    let images: ImageService

    init(database: Database, imageFolder: String) {
        recipes = RecipeService(database: database)
        reviews = ReviewService(database: database)
        images = ImageService(folder: imageFolder)
    }

    init(environment: Environment) async throws {
        let database = try await Database.sqlite(path: environment["RECIPES_DB"] ?? "r.sqlite")
        _ = try await Migrations(directory: "migrations").apply(to: database)
        self.init(database: database, imageFolder: environment["IMAGES"] ?? "images")
    }
}
