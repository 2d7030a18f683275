import Fledge

@Route struct PuzzleRoute {
    let puzzles: PuzzleService

    /// The puzzle of a day: a page for browsers, JSON for the app.
    func GET(day: String, request: Request) async throws -> Response {
        let puzzle = try await puzzles.published(day)
        let tag = "\"\(puzzle.version)\""
        if request.headers[.ifNoneMatch] == tag {
            return Response(.notModified).header(.eTag, tag)
        }
        let accepts = request.headers[.accept] ?? "*/*"
        if accepts.contains("text/html") {
            return Response.text(page(of: puzzle))
                .header(.contentType, "text/html; charset=utf-8").header(.eTag, tag)
        }
        let content = PuzzlePage(day: puzzle.day, title: puzzle.title, clues: puzzle.clues)
        return Response.json(content).header(.eTag, tag).header(.vary, "Accept")
    }
}
