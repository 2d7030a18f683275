import Fledge

@Schema struct NewReview {
    @Field(.range(1...5)) var stars: Int
    @Field(.length(1...2000)) var text: String
    var tags: [String] = []
    var photo: String?
}

@Route struct ReviewsRoute {
    let reviews: ReviewService

    func GET(slug: String) async throws -> [Review] { try await reviews.visible(of: slug) }

    func POST(slug: String, cook: Cook, body: NewReview) async throws -> Created<Review> {
        if Set(body.tags).count != body.tags.count {
            throw Problem(.unprocessableContent, "A tag is there twice.", code: "tags")
        }
        if let photo = body.photo, !photo.hasPrefix("https://") {
            throw Problem(.unprocessableContent, "A photo has an https address.", code: "photo")
        }
        // New cooks with links are mostly no cooks.
        let isHeld = cook.days < 7 && (body.text.contains("http") || body.stars == 1)
        let review = try await reviews.add(
            body, to: slug, by: cook.id, state: isHeld ? "held" : "visible")
        return Created(review)
    }
}
