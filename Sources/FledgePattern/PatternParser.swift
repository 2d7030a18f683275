// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// Reads a pattern by recursive descent.
struct PatternParser {
    static let largestCount = 1_000
    /// Deeper nesting would use up the stack of a thread.
    static let largestDepth = 100

    private let scalars: [Unicode.Scalar]
    private var position = 0
    private var depth = 0

    init(_ source: String) { scalars = Array(source.unicodeScalars) }

    mutating func parse() throws(PatternError) -> PatternNode {
        let node = try choice()
        // Only a ')' ends a choice before the end.
        guard current == nil else { throw PatternError(.unopenedGroup, at: position) }
        return node
    }

    private var current: Unicode.Scalar? {
        position < scalars.count ? scalars[position] : nil
    }

    private mutating func take(_ text: String) -> Bool {
        guard scalars[position...].starts(with: text.unicodeScalars) else { return false }
        position += text.unicodeScalars.count
        return true
    }

    // MARK: - Structure

    private mutating func choice() throws(PatternError) -> PatternNode {
        var branches = [try sequence()]
        while take("|") { branches.append(try sequence()) }
        return branches.count == 1 ? branches[0] : .choice(branches)
    }

    private mutating func sequence() throws(PatternError) -> PatternNode {
        var parts: [PatternNode] = []
        while let scalar = current, scalar != "|", scalar != ")" {
            parts.append(try repetition())
        }
        switch parts.count {
        case 0: return .empty
        case 1: return parts[0]
        default: return .sequence(parts)
        }
    }

    private mutating func repetition() throws(PatternError) -> PatternNode {
        let node = try atom()
        let place = position
        guard let (least, most) = try count() else { return node }
        if case .assertion = node {
            throw PatternError(.nothingToRepeat(String(scalars[place])), at: place)
        }
        _ = take("?")  // Lazy: which way is tried first changes nothing about whether there is one.
        let next = position
        if try count() != nil { throw PatternError(.repeatedTwice, at: next) }
        return .repeated(node, least: least, most: most)
    }

    private mutating func count() throws(PatternError) -> (least: Int, most: Int?)? {
        switch current {
        case "*": position += 1; return (0, nil)
        case "+": position += 1; return (1, nil)
        case "?": position += 1; return (0, 1)
        case "{": return try bracedCount()
        default: return nil
        }
    }

    private mutating func bracedCount() throws(PatternError) -> (least: Int, most: Int?) {
        let start = position
        position += 1
        guard let least = try number() else { throw PatternError(.badCount, at: start) }
        var most: Int? = least
        if take(",") { most = try number() }
        guard take("}") else { throw PatternError(.badCount, at: start) }
        if let most, most < least { throw PatternError(.reversedCount, at: start) }
        return (least, most)
    }

    private mutating func number() throws(PatternError) -> Int? {
        let start = position
        var value = 0
        while let scalar = current, "0"..."9" ~= scalar {
            value = value * 10 + Int(scalar.value - 0x30)
            guard value <= Self.largestCount else { throw PatternError(.largeCount, at: start) }
            position += 1
        }
        return position > start ? value : nil
    }

    // MARK: - Atoms

    private mutating func atom() throws(PatternError) -> PatternNode {
        let start = position
        guard let scalar = current else { return .empty }
        position += 1
        switch scalar {
        case "^": return .assertion(.start)
        case "$": return .assertion(.end)
        case ".": return .one(ScalarSet.lineEnds.inverted)
        case "(": return try group(from: start)
        case "[": return .one(try characterClass(from: start))
        case "\\": return try escape(from: start)
        case "*", "+", "?": throw PatternError(.nothingToRepeat(String(scalar)), at: start)
        case "{", "}", "]": throw PatternError(.loneBrace(String(scalar)), at: start)
        default: return .one(ScalarSet(scalar))
        }
    }

    private mutating func group(from start: Int) throws(PatternError) -> PatternNode {
        try groupKind(from: start)
        depth += 1
        guard depth <= Self.largestDepth else { throw PatternError(.tooDeep, at: start) }
        let node = try choice()
        depth -= 1
        guard take(")") else { throw PatternError(.unclosedGroup, at: start) }
        return node
    }

    private mutating func groupKind(from start: Int) throws(PatternError) {
        guard take("?") else { return }
        if take(":") { return }
        for sign in ["=", "!", "<=", "<!"] where take(sign) {
            throw PatternError(.lookAround, at: start)
        }
        guard take("<") else { throw PatternError(.unknownGroup, at: start) }
        let name = position
        while let scalar = current, ScalarSet.wordCharacters.contains(scalar) { position += 1 }
        guard position > name, take(">") else { throw PatternError(.unknownGroup, at: start) }
    }

    private mutating func escape(from start: Int) throws(PatternError) -> PatternNode {
        if take("b") { return .assertion(.wordBoundary) }
        if take("B") { return .assertion(.noWordBoundary) }
        if let scalar = current, scalar == "k" || "1"..."9" ~= scalar {
            throw PatternError(.backreference, at: start)
        }
        return .one(try PatternEscape.read(scalars, &position, from: start).set)
    }

    // MARK: - Classes

    private mutating func characterClass(from start: Int) throws(PatternError) -> ScalarSet {
        let isInverted = take("^")
        var set = ScalarSet([])
        let first = position
        while !take("]") {
            guard current != nil else { throw PatternError(.unclosedClass, at: start) }
            set = set.union(try classPart())
        }
        guard position > first + 1 || isInverted else { throw PatternError(.emptyClass, at: start) }
        return isInverted ? set.inverted : set
    }

    private mutating func classPart() throws(PatternError) -> ScalarSet {
        let start = position
        let low = try classAtom()
        // A '-' before the ']' is itself.
        guard current == "-", position + 1 < scalars.count, scalars[position + 1] != "]" else {
            return low.set
        }
        position += 1
        let high = try classAtom()
        guard case .scalar(let first) = low, case .scalar(let last) = high else {
            throw PatternError(.classInRange, at: start)
        }
        guard first <= last else {
            throw PatternError(.reversedRange(String(first), String(last)), at: start)
        }
        return ScalarSet([first.value...last.value])
    }

    private mutating func classAtom() throws(PatternError) -> PatternEscape {
        let start = position
        let scalar = scalars[position]
        position += 1
        guard scalar == "\\" else { return .scalar(scalar) }
        if take("b") { return .scalar("\u{8}") }
        if take("-") { return .scalar("-") }
        return try PatternEscape.read(scalars, &position, from: start)
    }
}
