import Fledge

await serve {
    let environment = try Environment.load()
    let services = Services(
        articles: Articles(store: ArticleStore()), cache: PageCache(),
        settings: SiteSettings(
            previewSecret: environment["PREVIEW_SECRET"] ?? "", hookSecret: environment["HOOK_SECRET"] ?? "",
            showsRelated: environment["FEATURE_RELATED"] == "on"))
    return makeApp(services: services)
}
