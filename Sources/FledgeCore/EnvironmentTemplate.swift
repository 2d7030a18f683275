// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// A value of an environment file, as text and the variables it refers to.
struct EnvironmentTemplate: Equatable {
    indirect enum Piece: Equatable {
        case text(String)
        /// With what `:-` gives for a variable that is missing or empty.
        case variable(String, fallback: EnvironmentTemplate?)
    }

    private(set) var pieces: [Piece] = []

    /// Why it cannot be parsed, as the end of a sentence.
    struct SyntaxError: Error {
        let message: String
    }

    init(literal: ArraySlice<Unicode.Scalar>) {
        pieces = [.text(Self.string(literal))]
    }

    /// Parses what stands in a file.
    ///
    /// In double quotes (`isQuoted`), `\n` and its like have a meaning. Elsewhere a backslash is
    /// itself, but before `$`.
    init(parsing scalars: ArraySlice<Unicode.Scalar>, isQuoted: Bool) throws(SyntaxError) {
        var rest = scalars
        try self.init(&rest, isQuoted: isQuoted, isFallback: false)
    }

    private init(
        _ rest: inout ArraySlice<Unicode.Scalar>, isQuoted: Bool, isFallback: Bool
    ) throws(SyntaxError) {
        var text = String.UnicodeScalarView()
        while let scalar = rest.first, !(isFallback && scalar == "}") {
            rest.removeFirst()
            if scalar == "\\" {
                text += Self.escaped(&rest, isQuoted: isQuoted, isFallback: isFallback)
            } else if scalar == "$", let variable = try Self.variable(&rest, isQuoted: isQuoted) {
                pieces += [.text(String(text)), variable]
                text = .init()
            } else {
                text.append(scalar)
            }
        }
        pieces.append(.text(String(text)))
        pieces.removeAll { $0 == .text("") }
    }

    /// What a backslash and the scalar after it stand for.
    private static func escaped(
        _ rest: inout ArraySlice<Unicode.Scalar>, isQuoted: Bool, isFallback: Bool
    ) -> [Unicode.Scalar] {
        switch rest.first {
        case "$", isFallback ? "}" : "$":
            return [rest.removeFirst()]
        case let scalar? where isQuoted:
            let meanings: [Unicode.Scalar: Unicode.Scalar] = [
                "n": "\n", "r": "\r", "t": "\t", "\"": "\"", "\\": "\\",
            ]
            guard let meaning = meanings[scalar] else { return ["\\"] }
            rest.removeFirst()
            return [meaning]
        default:
            return ["\\"]
        }
    }

    /// What follows a `$`; `nil` when the `$` is only a `$`.
    private static func variable(
        _ rest: inout ArraySlice<Unicode.Scalar>, isQuoted: Bool
    ) throws(SyntaxError) -> Piece? {
        guard rest.first == "{" else {
            guard let first = rest.first, isNameScalar(first), !isDigit(first) else { return nil }
            return .variable(takeName(&rest), fallback: nil)
        }
        rest.removeFirst()
        let name = takeName(&rest)
        var fallback: EnvironmentTemplate?
        if rest.starts(with: [":", "-"]) {
            rest.removeFirst(2)
            fallback = try EnvironmentTemplate(&rest, isQuoted: isQuoted, isFallback: true)
        }
        guard !name.isEmpty, rest.popFirst() == "}" else {
            throw SyntaxError(
                message: "has a '${' that is not ${NAME} or ${NAME:-default}. "
                    + "Write \\$ for a dollar sign.")
        }
        return .variable(name, fallback: fallback)
    }

    private static func takeName(_ rest: inout ArraySlice<Unicode.Scalar>) -> String {
        let name = rest.prefix(while: isNameScalar)
        rest.removeFirst(name.count)
        return string(name)
    }

    private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        String(String.UnicodeScalarView(scalars))
    }

    static func isNameScalar(_ scalar: Unicode.Scalar) -> Bool {
        "a"..."z" ~= scalar || "A"..."Z" ~= scalar || scalar == "_" || isDigit(scalar)
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { "0"..."9" ~= scalar }
}
