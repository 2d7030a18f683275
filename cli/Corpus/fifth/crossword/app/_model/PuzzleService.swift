struct PuzzleService: Sendable {
    let shelf: PuzzleShelf

    func published(_ day: String) async throws -> Puzzle {
        guard let puzzle = await shelf.puzzle(of: day), puzzle.isPublished else {
            throw PuzzleError.noPuzzle(day)
        }
        return puzzle
    }

    func check(_ guess: Guess, on day: String) async throws -> Verdict {
        let puzzle = try await published(day)
        guard let solution = puzzle.solutions[guess.number] else {
            throw PuzzleError.noClue(guess.number)
        }
        let word = guess.word.uppercased()
        let matching = zip(word, solution).count { $0 == $1 }
        return Verdict(isRight: word == solution, matching: matching)
    }

    func archive() async -> [Puzzle] {
        await shelf.all().filter(\.isPublished).reversed()
    }
}
