// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// A regular expression that is matched in linear time, whatever the text.
///
/// It is the part of ECMA-262 that JSON Schema recommends for `pattern` (2020-12, core 6.4), so that
/// a schema means the same to us and to its readers: literals, `.`, classes (`[a-z]`, `[^a-z]`, `\d`, `\w`,
/// `\s` and their opposites), groups, `|`, `*`, `+`, `?`, `{m,n}`, `^`, `$`, `\b`, `\B`. As there, a
/// pattern without anchors matches anywhere in the text, and the unit is the Unicode scalar.
///
///     let code = try Pattern("^[A-Z]{3}-[0-9]+$")
///     code.matches("ABC-17")   // true
///
/// Backreferences and look-around are refused: with them no bound on the time would hold. All ways
/// through the pattern are followed at once (Thompson 1968), so matching takes at most
/// O(text × pattern) steps, and no text makes it take more.
package struct Pattern: Sendable, Hashable {
    /// As it was written.
    package let source: String
    let program: PatternProgram

    /// Reads and compiles a pattern.
    ///
    /// - Throws: ``PatternError`` with the position of the first mistake.
    package init(_ source: String) throws(PatternError) {
        self.source = source
        var parser = PatternParser(source)
        program = try PatternProgram(parser.parse())
    }

    /// Whether the pattern is found in `text`.
    ///
    /// - Complexity: O(scalars of `text` × size of the pattern). No allocation for small patterns.
    package func matches(_ text: String) -> Bool {
        var steps = 0
        return matches(text, steps: &steps)
    }

    /// As ``matches(_:)``, and counts the steps of the machine, for tests of the bound.
    package func matches(_ text: String, steps: inout Int) -> Bool {
        PatternMachine.run(program, over: text.unicodeScalars, steps: &steps)
    }

    package static func == (left: Pattern, right: Pattern) -> Bool { left.source == right.source }

    package func hash(into hasher: inout Hasher) { hasher.combine(source) }
}
