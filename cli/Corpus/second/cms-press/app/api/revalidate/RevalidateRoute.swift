import Fledge

@Schema struct Hook: Sendable {
    @Field(.items(1...100)) var slugs: [String]
}

/// The editors' system calls this after each change.
@Route struct RevalidateRoute {
    let cache: PageCache
    let settings: SiteSettings

    func POST(xHookSecret: Header<String>?, body: Hook) async throws -> [String: [String]] {
        guard let secret = xHookSecret, secret.value == settings.hookSecret else {
            throw Problem(.unauthorized, "The hook's secret is wrong.")
        }
        for slug in body.slugs { await cache.drop(slug) }
        return ["revalidated": body.slugs]
    }
}
