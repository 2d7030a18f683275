import Fledge

@Schema struct Link: Equatable {
    let id: Int
    let slug: String
    let target: String
    let owner: Int
    let isPermanent: Bool
}

@Schema struct NewLink {
    @Field(.length(3...40), .pattern("^[a-z0-9-]+$", "must be small letters, digits and -"))
    var slug: String
    @Field(.url("https", "http"), .length(...2000)) var target: String
    var isPermanent: Bool = false
}

@Schema struct ClickCount: Equatable {
    let referer: String
    let count: Int
}

enum LinkError: Error, Equatable {
    case slugTaken(String), reserved, unknown, leadsToUs
}

protocol LinkStore: Sendable {
    func add(_ new: NewLink, owner: Int) async throws -> Link
    func find(_ slug: String) async throws -> Link?
    func list(of owner: Int, after: Int, limit: Int) async throws -> [Link]
    func remove(_ slug: String, owner: Int) async throws -> Bool
    func click(_ link: Int, referer: String) async throws
    func clicks(of link: Int) async throws -> [ClickCount]
}

struct LinkService: Sendable {
    /// No rule of a schema knows these: they are the paths of the app itself.
    static let reserved: Set<String> = ["api", "docs", "health", "ready", "openapi"]

    let store: any LinkStore

    func create(_ new: NewLink, owner: Int) async throws -> Link {
        guard !Self.reserved.contains(new.slug) else { throw LinkError.reserved }
        guard !new.target.contains("://s.example/") else { throw LinkError.leadsToUs }
        return try await store.add(new, owner: owner)
    }

    func find(_ slug: String) async throws -> Link? { try await store.find(slug.lowercased()) }

    func list(of owner: Int, after: Int, limit: Int) async throws -> [Link] {
        try await store.list(of: owner, after: after, limit: limit)
    }

    func remove(_ slug: String, owner: Int) async throws {
        guard try await store.remove(slug, owner: owner) else { throw LinkError.unknown }
    }
}

struct ClickService: Sendable {
    let store: any LinkStore

    /// Counts a click under the site it came from: whole addresses would tell who it was.
    func count(_ link: Link, from referer: String?) async throws {
        let site = referer?.split(separator: "/").dropFirst().first.map(String.init)
        try await store.click(link.id, referer: site ?? "direct")
    }

    func byReferer(_ slug: String, owner: Int) async throws -> [ClickCount] {
        guard let link = try await store.find(slug), link.owner == owner else {
            throw LinkError.unknown
        }
        return try await store.clicks(of: link.id)
    }
}
