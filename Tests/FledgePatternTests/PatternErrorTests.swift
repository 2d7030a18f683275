// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgePattern
import Testing

/// A pattern with what is said about it.
struct RefusedPattern: Sendable, CustomTestStringConvertible {
    var pattern: String
    var error: String

    var testDescription: String { pattern }
}

@Suite struct PatternErrorTests {
    static let rows = [
        RefusedPattern(pattern: "abcd)", error: "')' without '(' at position 4"),
        RefusedPattern(pattern: "a(b", error: "'(' without ')' at position 1"),
        RefusedPattern(pattern: "a[b", error: "'[' without ']' at position 1"),
        RefusedPattern(
            pattern: "a[]b", error: "'[]' matches nothing at position 1: write what it may hold"),
        RefusedPattern(pattern: "*a", error: "'*' has nothing to repeat at position 0"),
        RefusedPattern(pattern: "(+a)", error: "'+' has nothing to repeat at position 1"),
        RefusedPattern(pattern: "^*", error: "'*' has nothing to repeat at position 1"),
        RefusedPattern(
            pattern: "a**",
            error: "a repetition is repeated at position 2: put the inner one in '(?:…)'"),
        RefusedPattern(pattern: "a}", error: "a lone '}' at position 1: write '\\}'"),
        RefusedPattern(pattern: "a]", error: "a lone ']' at position 1: write '\\]'"),
        RefusedPattern(
            pattern: "a{x}",
            error:
                "'{' without a count at position 1: write '{3}', '{1,}' or '{1,3}', or '\\{' for the character"
        ),
        RefusedPattern(
            pattern: "a{1,2",
            error:
                "'{' without a count at position 1: write '{3}', '{1,}' or '{1,3}', or '\\{' for the character"
        ),
        RefusedPattern(
            pattern: "a{3,1}", error: "the lower count is greater than the upper at position 1"),
        RefusedPattern(
            pattern: "a{99999999999999999999}",
            error: "a count is greater than 1000 at position 2"),
        RefusedPattern(
            pattern: "[z-a]", error: "the range 'z-a' is the wrong way round at position 1"),
        RefusedPattern(
            pattern: "[\\d-z]",
            error: "a class is the end of a range at position 1: write '\\-' for the character"),
        RefusedPattern(
            pattern: "\\y",
            error:
                "'\\y' means nothing at position 0: leave out the '\\', or write '\\\\' before 'y'"),
        RefusedPattern(
            pattern: "a\\-b",
            error:
                "'\\-' means nothing at position 1: leave out the '\\', or write '\\\\' before '-'"),
        RefusedPattern(
            pattern: "\\xG0",
            error:
                "no character with this number at position 0: write '\\x41' with hexadecimal digits"
        ),
        RefusedPattern(
            pattern: "\\uD800",
            error:
                "no character with this number at position 0: write '\\u0041' with hexadecimal digits"
        ),
        RefusedPattern(
            pattern: "\\u{110000}",
            error:
                "no character with this number at position 0: write '\\u{1F600}' with hexadecimal digits"
        ),
        RefusedPattern(
            pattern: "a\\",
            error: "'\\' escapes nothing at position 1: write '\\\\' for the character"),
        RefusedPattern(
            pattern: "a(?=b)",
            error:
                "look-ahead and look-behind are not supported at position 1: matching them can take for ever"
        ),
        RefusedPattern(
            pattern: "(a)\\1",
            error: "backreferences are not supported at position 3: matching them can take for ever"
        ),
        RefusedPattern(
            pattern: "\\p{L}",
            error:
                "'\\p{…}' is not supported at position 0: write the characters as a class, '[a-zà-ÿ]'"
        ),
        RefusedPattern(
            pattern: "(?i)a",
            error: "'(?' without a known kind of group at position 0: write '(?:…)' or '(?<name>…)'"
        ),
        RefusedPattern(
            pattern: String(repeating: "(", count: 1_000),
            error: "groups are nested more than 100 deep at position 100"),
        RefusedPattern(
            pattern: "(a{1000}){1000}",
            error:
                "the pattern is too large: with its counts written out it has more than 5000 parts"),
        RefusedPattern(
            pattern: "((((){1000}){1000}){1000}){1000}",
            error:
                "the pattern is too large: with its counts written out it has more than 5000 parts"),
    ]

    @Test(arguments: rows) func `a mistake is told with its place`(_ row: RefusedPattern) {
        let error = #expect(throws: PatternError.self) { try Pattern(row.pattern) }
        #expect(error?.description == row.error)
    }
}
