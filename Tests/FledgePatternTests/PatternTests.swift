// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgePattern
import Testing

/// What a pattern finds, and what not.
struct PatternRow: Sendable, CustomTestStringConvertible {
    var pattern: String
    var found: [String]
    var notFound: [String] = []

    var testDescription: String { pattern }
}

@Suite struct PatternTests {
    static let rows = [
        PatternRow(pattern: "", found: ["", "a"]),
        PatternRow(pattern: "b", found: ["b", "abc"], notFound: ["", "a", "B"]),
        PatternRow(pattern: "^b", found: ["b", "bc"], notFound: ["ab", "a\nb"]),
        PatternRow(pattern: "b$", found: ["b", "ab"], notFound: ["bc", "b\n"]),
        PatternRow(pattern: "^$", found: [""], notFound: ["a", "\n"]),
        PatternRow(pattern: "^a|b$", found: ["ax", "xb"], notFound: ["xa", "bx"]),
        PatternRow(pattern: "^(a|b|)$", found: ["a", "b", ""], notFound: ["ab"]),
        PatternRow(pattern: "^(?:ab)+$", found: ["ab", "abab"], notFound: ["", "aba"]),
        PatternRow(pattern: "^(?<year>\\d{4})$", found: ["2026"], notFound: ["202", "20266"]),
        PatternRow(pattern: "^a*b?c$", found: ["c", "aac", "abc"], notFound: ["abbc"]),
        PatternRow(pattern: "^a*?c+?$", found: ["c", "aacc"], notFound: ["a"]),
        PatternRow(pattern: "^a{2}$", found: ["aa"], notFound: ["a", "aaa"]),
        PatternRow(pattern: "^a{2,}$", found: ["aa", "aaaaa"], notFound: ["a"]),
        PatternRow(pattern: "^a{1,3}$", found: ["a", "aa", "aaa"], notFound: ["", "aaaa"]),
        PatternRow(pattern: "^a{0}$", found: [""], notFound: ["a"]),
        PatternRow(pattern: "^(a*)*$", found: ["", "aa"], notFound: ["b"]),
        PatternRow(
            pattern: "^.$", found: ["a", "é", "😀"], notFound: ["", "\n", "\u{2028}", "ab"]),
        PatternRow(pattern: "^..$", found: ["e\u{301}"], notFound: ["é"]),
        PatternRow(pattern: "^[a-cx]$", found: ["a", "b", "c", "x"], notFound: ["d", "-", "A"]),
        PatternRow(pattern: "^[^a-c]$", found: ["d", "\n", "😀"], notFound: ["a", ""]),
        PatternRow(pattern: "^[-a]$", found: ["-", "a"], notFound: ["b"]),
        PatternRow(pattern: "^[a-]$", found: ["-", "a"], notFound: ["b"]),
        PatternRow(pattern: "^[a\\-z]$", found: ["-", "a", "z"], notFound: ["b"]),
        PatternRow(pattern: "^[\\]\\\\^]$", found: ["]", "\\", "^"], notFound: ["a"]),
        PatternRow(pattern: "^[^]$", found: ["a", "\n"], notFound: [""]),
        PatternRow(pattern: "^[\\d_]$", found: ["0", "9", "_"], notFound: ["a"]),
        PatternRow(pattern: "^[\\b]$", found: ["\u{8}"], notFound: ["b"]),
        PatternRow(pattern: "^[à-ÿ]$", found: ["é"], notFound: ["e"]),
        PatternRow(pattern: "^\\d\\D$", found: ["1a"], notFound: ["11", "٣a"]),
        PatternRow(pattern: "^\\w\\W$", found: ["_-", "a "], notFound: ["aa", "é-"]),
        PatternRow(pattern: "^\\s\\S$", found: ["\u{FEFF}a", "\n1"], notFound: ["a "]),
        PatternRow(pattern: "^\\t\\n\\r\\v\\f\\0$", found: ["\t\n\r\u{B}\u{C}\0"]),
        PatternRow(pattern: "^\\x41\\u0042\\u{1F600}$", found: ["AB😀"], notFound: ["AB"]),
        PatternRow(
            pattern: "^\\^\\$\\\\\\.\\*\\+\\?\\(\\)\\[\\]\\{\\}\\|\\/$", found: ["^$\\.*+?()[]{}|/"]
        ),
        PatternRow(pattern: "\\bcat\\b", found: ["cat", "a cat!"], notFound: ["cats", "_cat"]),
        PatternRow(pattern: "\\Bat", found: ["cat"], notFound: ["at", "c at"]),
        PatternRow(
            pattern: "^[A-Z]{3}-[0-9]+$", found: ["ABC-17"], notFound: ["AB-17", "ABC-", "ABC-1a"]),
    ]

    @Test(arguments: rows) func `a pattern finds what it means`(_ row: PatternRow) throws {
        let pattern = try Pattern(row.pattern)
        for text in row.found { #expect(pattern.matches(text), "in \(text.debugDescription)") }
        for text in row.notFound { #expect(!pattern.matches(text), "in \(text.debugDescription)") }
    }

    /// Each of them takes exponential time where ways are tried one after another.
    @Test(arguments: [
        "(a+)+$", "^(a|a)*$", "(a|aa)+$", "^(a*)*$", "^(\\w+\\s?)*$", "(.*)(.*)(.*)(.*)x",
    ])
    func `the steps grow with the text, and no faster`(_ source: String) throws {
        let pattern = try Pattern(source)
        func steps(_ count: Int) -> Int {
            var steps = 0
            #expect(!pattern.matches(String(repeating: "a", count: count) + "!", steps: &steps))
            return steps
        }
        #expect(steps(2_000) <= 2 * steps(1_000) + 10)
        #expect(steps(100_000) <= 100 * steps(1_000) + 1_000)
    }

    @Test func `the steps for one scalar are bounded by the size of the pattern`() throws {
        let pattern = try Pattern("(a?){1000}a{1000}$")
        var steps = 0
        #expect(!pattern.matches(String(repeating: "a", count: 500) + "b", steps: &steps))
        #expect(steps <= 501 * 2 * 5_000)
    }

    @Test func `a pattern that begins at the start is given up there`() throws {
        var steps = 0
        let text = String(repeating: "b", count: 10_000)
        #expect(try !Pattern("^a").matches(text, steps: &steps))
        #expect(steps < 10)
    }
}
