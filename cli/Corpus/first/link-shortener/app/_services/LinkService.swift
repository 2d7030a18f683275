import FledgeSchema

struct LinkService: Sendable {
    static let quota = 500

    let store: any LinkStore
    var makeSlug: @Sendable () -> String = { String((0..<7).map { _ in "abcdefghkmnpqrstuvwxyz23456789".randomElement() ?? "a" }) }

    func shorten(_ new: NewLink, owner: String) async throws -> Link {
        guard try await store.all().filter({ $0.owner == owner }).count < Self.quota else {
            throw LinkError.quota(Self.quota)
        }
        let link = Link(slug: new.slug ?? makeSlug(), target: new.target, owner: owner, permanent: new.permanent)
        guard try await store.insert(link) else { throw LinkError.slugTaken(link.slug) }
        return link
    }

    /// Counts a visit, unless it is a crawler's.
    func visit(_ slug: String, agent: String?) async throws -> Link? {
        guard var link = try await store.all().first(where: { $0.slug == slug }) else { return nil }
        if agent?.lowercased().contains("bot") != true { link.visits += 1 }
        try await store.update(link)
        return link
    }

    func list(of owner: String) async throws -> [Link] {
        try await store.all().filter { $0.owner == owner }.sorted { $0.visits > $1.visits }
    }

    func remove(_ slug: String, owner: String) async throws {
        guard let link = try await store.all().first(where: { $0.slug == slug }) else { return }
        guard link.owner == owner else { throw LinkError.notYours }
        try await store.delete(slug)
    }
}
