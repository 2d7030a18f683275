import Fledge
import RecipeBoxCore

struct Services: Sendable {
    let recipes: RecipeService

    init(environment: Environment) async throws { self.init(store: InMemoryRecipes()) }
    init(store: any RecipeStore) { recipes = RecipeService(store: store) }
}

func makeApp(services: Services) -> App {
    let app = App()
    FileRoutes.mount(on: app, services: services)
    return app
}
