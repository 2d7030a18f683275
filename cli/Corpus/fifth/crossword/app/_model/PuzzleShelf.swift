/// All puzzles, published or not.
actor PuzzleShelf {
    private var puzzles: [String: Puzzle] = [:]

    func puzzle(of day: String) -> Puzzle? { puzzles[day] }

    func put(_ puzzle: Puzzle) { puzzles[puzzle.day] = puzzle }

    func all() -> [Puzzle] { puzzles.values.sorted { $0.day < $1.day } }
}
