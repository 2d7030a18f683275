// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// Logic that two functions share.
struct Clone {
    /// Where it begins in the one and in the other, counted in tokens.
    var first: Int
    var second: Int
    /// What it covers of the first.
    var range: Range<Int>

    /// How many tokens in a row are a copy.
    ///
    /// A lookup that answers 404 has about thirty.
    static let longEnough = 60
    /// How many make a copy with a change in between, when they are most of the shorter function.
    static let mostOf = 70
    /// A lookup that answers 404, a check of who asks and a call have five steps, in every app.
    static let enoughSteps = 6
    /// Beyond this the number of steps does not matter: one may be long.
    static let veryLong = 120
    /// `let isLarge = weight >= 1000`, which only one of the two has.
    private static let shortStatement = 10
    /// Shorter pieces are the same by chance.
    private static let piece = 18

    /// Nil when the two have too little in common.
    init?(_ a: CloneBody, _ b: CloneBody) {
        guard min(a.kinds.count, b.kinds.count) >= Self.longEnough else { return nil }
        let pieces = Self.pieces(a.kinds, b.kinds)
        guard let longest = pieces.max(by: { $0.length < $1.length }) else { return nil }
        let sum = pieces.reduce(0) { $0 + $1.length }
        let smaller = min(a.kinds.count, b.kinds.count)
        if longest.length >= Self.longEnough, Self.isLogic(a, longest),
            Self.isRenamed(a, b, [longest]), Self.isSubstantial(a, [longest])
        {
            self.init(
                first: longest.a, second: longest.b, range: longest.a..<longest.a + longest.length)
        } else if sum >= Self.mostOf, sum * 10 >= smaller * 8, Self.isRenamed(a, b, pieces),
            pieces.contains(where: { Self.isLogic(a, $0) }), Self.isSubstantial(a, pieces)
        {
            let start = pieces.map(\.a).min() ?? 0
            let end = pieces.map { $0.a + $0.length }.max() ?? start
            self.init(first: start, second: pieces.map(\.b).min() ?? 0, range: start..<end)
        } else if let run = Self.run(pieces, a, b), let first = run.first, let last = run.last {
            self.init(first: first.a, second: first.b, range: first.a..<last.a + last.length)
        } else if Self.isReordered(a, b) {
            self.init(first: 0, second: 0, range: 0..<a.kinds.count)
        } else {
            return nil
        }
    }

    /// Whether the two have the same statements in another order.
    private static func isReordered(_ a: CloneBody, _ b: CloneBody) -> Bool {
        let one = a.statements.filter { $0.count > 4 }
        var other = b.statements.filter { $0.count > 4 }
        guard min(one.count, other.count) >= enoughSteps,
            isLogic(a, Piece(a: 0, b: 0, length: a.kinds.count))
        else { return false }
        let longer = max(
            one.reduce(0) { $0 + $1.count }, other.reduce(0) { $0 + $1.count })
        var shared = 0
        for statement in one {
            guard let place = other.firstIndex(of: statement) else { continue }
            other.remove(at: place)
            shared += statement.count
        }
        return shared >= mostOf && shared * 10 >= longer * 9
    }

    /// Whether it is more than what each handler of a kind has to do.
    private static func isSubstantial(_ body: CloneBody, _ pieces: [Piece]) -> Bool {
        let steps = pieces.reduce(0) { $0 + body.stepCount($1.a..<$1.a + $1.length) }
        return steps >= enoughSteps
            || pieces.contains { $0.length >= veryLong }
    }

    private init(first: Int, second: Int, range: Range<Int>) {
        self.first = first
        self.second = second
        self.range = range
    }

    private struct Piece {
        var a: Int
        var b: Int
        var length: Int
    }

    /// The longest common pieces in the same order, found greedily: the longest, then to both sides.
    private static func pieces(_ a: [String], _ b: [String]) -> [Piece] {
        var found: [Piece] = []
        var waiting = [(0..<a.count, 0..<b.count)]
        while let (rangeA, rangeB) = waiting.popLast() {
            guard let best = longest(a, b, rangeA, rangeB), best.length >= piece else { continue }
            found.append(best)
            waiting.append((rangeA.lowerBound..<best.a, rangeB.lowerBound..<best.b))
            waiting.append(
                (best.a + best.length..<rangeA.upperBound, best.b + best.length..<rangeB.upperBound)
            )
        }
        return found
    }

    private static func longest(
        _ a: [String], _ b: [String], _ rangeA: Range<Int>, _ rangeB: Range<Int>
    ) -> Piece? {
        guard !rangeA.isEmpty, !rangeB.isEmpty else { return nil }
        var best: Piece?
        var lengths = [Int](repeating: 0, count: rangeB.count + 1)
        for i in rangeA {
            var diagonal = 0
            for (column, j) in rangeB.enumerated() {
                let above = lengths[column + 1]
                lengths[column + 1] = a[i] == b[j] ? diagonal + 1 : 0
                diagonal = above
                if lengths[column + 1] > best?.length ?? 0 {
                    let length = lengths[column + 1]
                    best = Piece(a: i - length + 1, b: j - length + 1, length: length)
                }
            }
        }
        return best
    }

    /// Pieces with no more than a short statement between them, when they are long enough together and
    /// compute something.
    ///
    /// Handlers of a kind have lookups and checks in common, with something else between them.
    private static func run(_ pieces: [Piece], _ a: CloneBody, _ b: CloneBody) -> [Piece]? {
        var runs: [[Piece]] = []
        for piece in pieces.sorted(by: { $0.a < $1.a }) {
            if let last = runs.last?.last, piece.a - last.a - last.length <= shortStatement,
                piece.b - last.b - last.length <= shortStatement
            {
                runs[runs.count - 1].append(piece)
            } else {
                runs.append([piece])
            }
        }
        return runs.first { run in
            run.reduce(0) { $0 + $1.length } >= longEnough && isRenamed(a, b, run)
                && isSubstantial(a, run) && run.contains { holds(a, $0, working) }
        }
    }

    /// A list of fields is the same in many places, and no logic.
    private static func isLogic(_ body: CloneBody, _ piece: Piece) -> Bool {
        holds(body, piece, working.union(["if", "guard", "switch", "?"]))
    }

    private static func holds(_ body: CloneBody, _ piece: Piece, _ words: Set<String>) -> Bool {
        body.kinds[piece.a..<piece.a + piece.length].contains { words.contains($0) }
    }

    private static let working: Set<String> = [
        "for", "while", "+", "-", "*", "/", "%", "+=", "filter", "sorted", "reduce",
    ]

    /// Whether each name of the one stands for the same name of the other, nearly everywhere.
    private static func isRenamed(_ a: CloneBody, _ b: CloneBody, _ pieces: [Piece]) -> Bool {
        var pairs: [String: [String: Int]] = [:]
        for piece in pieces {
            for offset in 0..<piece.length
            where ["name", "Type", "field"].contains(a.kinds[piece.a + offset]) {
                pairs[a.texts[piece.a + offset], default: [:]][
                    b.texts[piece.b + offset], default: 0] += 1
            }
        }
        let total = pairs.values.reduce(0) { $0 + $1.values.reduce(0, +) }
        let steady = pairs.values.reduce(0) { $0 + ($1.values.max() ?? 0) }
        return total == 0 || steady * 10 >= total * 8
    }
}
