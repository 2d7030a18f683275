// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Testing

@testable import FledgeCLI

@Suite struct DiagnosticParserTests {
    struct Row: CustomTestStringConvertible {
        var testDescription: String
        var line: String
        var diagnostic: Diagnostic?
    }

    static let rows = [
        Row(
            testDescription: "the compiler's",
            line: "/a/app/HelloRoute.swift:5:9: error: cannot find 'x' in scope",
            diagnostic: Diagnostic(
                file: "/a/app/HelloRoute.swift", line: 5, column: 9, severity: .error,
                message: "cannot find 'x' in scope")),
        Row(
            testDescription: "a tool's, without a column",
            line: "/a/app/[id]/X.swift:7: error: Two routes",
            diagnostic: Diagnostic(
                file: "/a/app/[id]/X.swift", line: 7, severity: .error, message: "Two routes")),
        Row(
            testDescription: "a message with another mark in it",
            line: "/a/b.swift:1:2: warning: this says: error: no",
            diagnostic: Diagnostic(
                file: "/a/b.swift", line: 1, column: 2, severity: .warning,
                message: "this says: error: no")),
        Row(
            testDescription: "a path with a colon",
            line: "/a:b/c.swift:3:4: note: here",
            diagnostic: Diagnostic(
                file: "/a:b/c.swift", line: 3, column: 4, severity: .note, message: "here")),
        Row(
            testDescription: "SwiftPM's",
            line: "error: 'hello': unknown package 'fledge'",
            diagnostic: Diagnostic(
                severity: .error, message: "'hello': unknown package 'fledge'")),
        Row(
            testDescription: "coloured",
            line: "\u{1B}[1m/a/b.swift:1:2: \u{1B}[31merror: \u{1B}[0mno",
            diagnostic: Diagnostic(
                file: "/a/b.swift", line: 1, column: 2, severity: .error, message: "no")),
        Row(testDescription: "an excerpt", line: "5 |     x", diagnostic: nil),
        Row(
            testDescription: "its mark", line: "  |     `- error: cannot find 'x'", diagnostic: nil),
        Row(testDescription: "progress", line: "[3/9] Compiling Hello X.swift", diagnostic: nil),
        Row(testDescription: "the end", line: "error: fatalError", diagnostic: nil),
        Row(testDescription: "no number", line: "/a/b.swift: error: x", diagnostic: nil),
        Row(testDescription: "nothing", line: "", diagnostic: nil),
    ]

    @Test(arguments: rows) func `a line is read`(row: Row) {
        #expect(DiagnosticParser.parse(row.line) == row.diagnostic)
    }

    @Test func `what is told twice is one`() {
        var parser = DiagnosticParser()
        for _ in 0..<2 { parser.add("/a/b.swift:1:2: error: no") }
        parser.add("/a/b.swift:1:2: warning: hm")
        #expect(parser.diagnostics.count == 2)
        #expect(parser.errors.map(\.message) == ["no"])
    }

    @Test func `an excerpt has the lines around, and a caret by bytes`() throws {
        let text = "one\ntwo\n\tlet é = x\nfour\nfive"
        let excerpt = try #require(Excerpt.make(text, line: 3, column: 11))
        #expect(excerpt.first == 1)
        #expect(excerpt.lines == ["one", "two", "\tlet é = x", "four"])
        #expect(excerpt.lead == "\tlet é = ")
        #expect(excerpt.indent == "\t        ")
        #expect(Excerpt.make(text, line: 9, column: 1) == nil)
        #expect(Excerpt.make(text, line: 0, column: 1) == nil)
    }

    @Test func `lines are cut wherever the pieces end`() {
        var splitter = LineSplitter()
        let text = Array("one\r\ntwo\u{2028}still\n\nend".utf8)
        let lines = text.flatMap { splitter.add([$0]) }
        #expect(lines == ["one", "two\u{2028}still", ""])
        #expect(splitter.finish() == "end")
        #expect(splitter.finish() == nil)
    }
}
