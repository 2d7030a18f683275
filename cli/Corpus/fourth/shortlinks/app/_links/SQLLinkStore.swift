import FledgeData

struct SQLLinkStore: LinkStore {
    let database: Database

    func add(_ new: NewLink, owner: Int) async throws -> Link {
        do {
            return try await database.one(
                """
                INSERT INTO links (slug, target, owner, is_permanent)
                VALUES (\(new.slug), \(new.target), \(owner), \(new.isPermanent)) RETURNING *
                """, as: Link.self)
        } catch let error as DatabaseError where error.code == .uniqueViolation {
            throw LinkError.slugTaken(new.slug)
        }
    }

    func find(_ slug: String) async throws -> Link? {
        try await database.first("SELECT * FROM links WHERE slug = \(slug)", as: Link.self)
    }

    func list(of owner: Int, after: Int, limit: Int) async throws -> [Link] {
        try await database.query(
            """
            SELECT * FROM links WHERE owner = \(owner) AND id > \(after) ORDER BY id LIMIT \(limit)
            """, as: Link.self)
    }

    func remove(_ slug: String, owner: Int) async throws -> Bool {
        try await database.execute(
            "DELETE FROM links WHERE slug = \(slug) AND owner = \(owner)"
        ).changes == 1
    }

    func click(_ link: Int, referer: String) async throws {
        try await database.execute(
            """
            INSERT INTO clicks (link, referer, count) VALUES (\(link), \(referer), 1)
            ON CONFLICT (link, referer) DO UPDATE SET count = count + 1
            """)
    }

    func clicks(of link: Int) async throws -> [ClickCount] {
        try await database.query(
            "SELECT referer, count FROM clicks WHERE link = \(link) ORDER BY count DESC",
            as: ClickCount.self)
    }
}
