// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// One token of a Swift source file.
///
/// Comments are gone, and every literal is one token, so nothing in either of them can look like
/// code. Operators come as single characters: the scanner reads none.
struct Token: Sendable, Equatable {
    enum Kind: Sendable, Equatable {
        /// A keyword, a name, or a name in backticks (which are part of `text`).
        case word
        /// A string literal; its value, or nil when it has an interpolation.
        case string(String?)
        /// A number or a regular expression.
        case literal
        /// One ASCII character.
        case punctuation
        /// A `#word` such as `#if`; `text` is without the `#`.
        case directive
    }

    var kind: Kind
    var text: String
    var position: Position
    /// False when the token touches the one before it, as the `(` of `@GET("/x")` does.
    var hasSpaceBefore: Bool

    /// The name that `text` stands for: `` `GET` `` and `GET` are one.
    var textWithoutBackticks: String {
        kind == .word && text.hasPrefix("`") ? String(text.dropFirst().dropLast()) : text
    }

    func isPunctuation(_ character: String) -> Bool {
        kind == .punctuation && text == character
    }
    func isWord(_ word: String) -> Bool { kind == .word && text == word }
}

/// A place in a source file, counted as the Swift compiler counts: from 1, columns in UTF-8 bytes.
package struct Position: Sendable, Hashable, Comparable {
    package var line: Int
    package var column: Int

    package init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    package static func < (left: Position, right: Position) -> Bool {
        (left.line, left.column) < (right.line, right.column)
    }
}
