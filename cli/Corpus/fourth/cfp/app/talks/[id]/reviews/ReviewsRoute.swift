import Fledge
import FledgeData

@Schema struct NewReview {
    var reviewer: Int
    var score: Int
    @Field(.length(...2000)) var comment: String = ""
}

@Route struct ReviewsRoute {
    let talks: TalkService
    let database: Database

    /// A reviewer's score; a second one replaces the first.
    func PUT(id: Int, body: NewReview) async throws -> Response {
        guard (1...5).contains(body.score) else {
            throw Problem(.unprocessableContent, "A score is 1 to 5.", code: "score")
        }
        _ = try await talks.find(id)
        try await database.transaction { tx in
            try await tx.execute(
                "DELETE FROM reviews WHERE talk = \(id) AND reviewer = \(body.reviewer)")
            try await tx.execute(
                """
                INSERT INTO reviews (talk, reviewer, score, comment)
                VALUES (\(id), \(body.reviewer), \(body.score), \(body.comment))
                """)
        }
        return Response(.noContent)
    }
}
