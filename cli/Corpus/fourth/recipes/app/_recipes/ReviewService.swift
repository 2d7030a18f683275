import FledgeData
import FledgeSchema

@Schema struct Review: Codable, Equatable {
    let id: Int
    let stars: Int
    let text: String
    let state: String
}

struct ReviewService: Sendable {
    let database: Database

    func visible(of slug: String) async throws -> [Review] {
        try await database.query(
            "SELECT * FROM reviews WHERE recipe = \(slug) AND state = 'visible'", as: Review.self)
    }

    func add(
        _ new: NewReview, to slug: String, by cook: Int, state: String
    ) async throws -> Review {
        try await database.one(
            """
            INSERT INTO reviews (recipe, cook, stars, text, state)
            VALUES (\(slug), \(cook), \(new.stars), \(new.text), \(state)) RETURNING *
            """, as: Review.self)
    }
}
