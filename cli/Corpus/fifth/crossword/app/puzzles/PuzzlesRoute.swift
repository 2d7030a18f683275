import Fledge

@Schema struct Archive: Sendable {
    var days: [String]
    var next: Int?
}

@Route struct PuzzlesRoute {
    let puzzles: PuzzleService
    let publishing: PublishingService

    /// What can be solved, newest first, thirty to a page.
    func GET(page: Int = 1) async -> Archive {
        let all = await puzzles.archive().map(\.day)
        let start = max(page - 1, 0) * 30
        let days = Array(all.dropFirst(start).prefix(30))
        return Archive(days: days, next: start + days.count < all.count ? page + 1 : nil)
    }

    /// A setter hands in a puzzle.
    func POST(body: NewPuzzle) async throws -> Created<[String: String]> {
        let day = try await publishing.submit(body)
        return Created(["day": day], at: "/puzzles/\(day)")
    }
}
