struct PublishingService: Sendable {
    let shelf: PuzzleShelf

    func submit(_ new: NewPuzzle) async throws -> String {
        guard await shelf.puzzle(of: new.day) == nil else { throw PuzzleError.dayTaken(new.day) }
        var solutions: [Int: String] = [:]
        for (key, word) in new.solutions { solutions[Int(key) ?? 0] = word.uppercased() }
        await shelf.put(
            Puzzle(day: new.day, title: new.title, clues: new.clues, solutions: solutions))
        return new.day
    }

    /// Publishes what is due, and says what that was. Running it twice does no harm.
    func publish(upTo day: String) async -> [String] {
        var days: [String] = []
        for var puzzle in await shelf.all() where !puzzle.isPublished && puzzle.day <= day {
            puzzle.isPublished = true
            await shelf.put(puzzle)
            days.append(puzzle.day)
        }
        return days
    }
}
