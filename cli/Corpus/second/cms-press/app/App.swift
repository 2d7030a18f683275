import Fledge

struct Services: Sendable {
    let articles: Articles
    let cache: PageCache
    let settings: SiteSettings
}

struct SiteSettings: Sendable {
    var previewSecret = "preview"
    var hookSecret = "hook"
    /// A feature flag: other articles below an article.
    var showsRelated = false
}

func makeApp(services: Services) -> App {
    let app = App()
    app.use(RequestID(), SecurityHeaders())
    FileRoutes.mount(on: app, services: services)
    return app
}
