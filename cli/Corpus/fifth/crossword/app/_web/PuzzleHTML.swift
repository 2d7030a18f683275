import Fledge

/// The page that people print.
func page(of puzzle: Puzzle) -> String {
    let items = puzzle.clues.map { clue in
        "<li value=\"\(clue.number)\">\(HTML.escape(clue.text)) (\(clue.length))</li>"
    }
    return "<h1>\(HTML.escape(puzzle.title))</h1><ol>\(items.joined(separator: "\n"))</ol>"
}
