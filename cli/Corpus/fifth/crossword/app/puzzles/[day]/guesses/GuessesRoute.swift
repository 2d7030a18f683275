import Fledge

@Route struct GuessesRoute {
    let puzzles: PuzzleService

    func POST(day: String, body: Guess) async throws -> Verdict {
        try await puzzles.check(body, on: day)
    }
}
