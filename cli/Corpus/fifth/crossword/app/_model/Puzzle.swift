import Fledge

/// One day's puzzle. Solutions never leave the server.
struct Puzzle: Sendable {
    let day: String
    var title: String
    var clues: [Clue]
    var solutions: [Int: String]
    var isPublished = false

    /// Changes when the puzzle does.
    var version: String { "\(day)-\(clues.count)" }
}

@Schema struct Clue: Hashable, Sendable {
    var number: Int
    var text: String
    var length: Int
}

@Schema struct PuzzlePage: Sendable {
    var day: String
    var title: String
    var clues: [Clue]
}

@Schema struct Guess: Sendable {
    @Field(.range(1...99)) var number: Int
    @Field(.length(1...21)) var word: String
}

@Schema struct Verdict: Equatable, Sendable {
    var isRight: Bool
    var matching: Int
}

/// A new puzzle, whose clues and solutions must belong together.
@Schema struct NewPuzzle: Sendable {
    @Field(.pattern("^[0-9]{4}-[0-9]{2}-[0-9]{2}$")) var day: String
    @Field(.length(1...80)) var title: String
    @Field(.items(1...80)) var clues: [Clue]
    var solutions: [String: String]

    func validate(into violations: inout Violations) {
        for clue in clues where solutions["\(clue.number)"]?.count != clue.length {
            violations.add(
                "solutions", code: "solution",
                "must have a word of \(clue.length) letters for \(clue.number)")
        }
    }
}

enum PuzzleError: Error, Equatable {
    case noPuzzle(String)
    case noClue(Int)
    case dayTaken(String)
}
