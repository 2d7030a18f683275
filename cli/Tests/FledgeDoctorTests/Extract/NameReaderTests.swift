// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftParser
import SwiftSyntax
import Testing

@testable import FledgeDoctor

@Suite struct NameReaderTests {
    struct Row: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var code: String
        var uses: [String]
        var declares: [String] = []
    }

    static let rows = [
        Row(
            testDescription: "a constant", code: "let a = b + c.d", uses: ["b", "c"],
            declares: ["a"]),
        Row(
            testDescription: "a pattern", code: "let (a, b) = try await c.d(e)", uses: ["c", "e"],
            declares: ["a", "b"]),
        Row(
            testDescription: "a guard", code: "guard let a = b, a > c else { return d }",
            uses: ["d", "b", "c"], declares: ["a"]),
        Row(
            testDescription: "a guard whose else still sees the outer name",
            code: "guard let a else { throw a }", uses: ["a", "a"], declares: ["a"]),
        Row(
            testDescription: "an if that unwraps for its body alone",
            code: "if let a, a > 1 { b(a) } else { c(a) }", uses: ["a", "b", "c", "a"]),
        Row(
            testDescription: "a loop", code: "for a in b where a > c { d += a }",
            uses: ["b", "c", "d"]),
        Row(
            testDescription: "a closure and its parameters",
            code: "let a = b.map { c, d in c + d + e }",
            uses: ["b", "e"], declares: ["a"]),
        Row(
            testDescription: "a short closure", code: "let a = b.map { $0 + c }", uses: ["b", "c"],
            declares: ["a"]),
        Row(testDescription: "a key path", code: "a.map(\\.name)", uses: ["a"]),
        Row(
            testDescription: "a switch with values",
            code: "switch a { case .b(let c): d(c); default: e() }",
            uses: ["a", "d", "e"]),
        Row(
            testDescription: "a catch", code: "do { try a() } catch { b(error) }", uses: ["a", "b"]),
        Row(
            testDescription: "a local function", code: "func a(_ b: Int) -> Int { b + c }",
            uses: ["c"],
            declares: ["a"]),
        Row(
            testDescription: "what a block declares stays in it", code: "do { let a = b }",
            uses: ["b"]),
        Row(
            testDescription: "types are no names", code: "let a = Order(id: Int(b))", uses: ["b"],
            declares: ["a"]),
    ]

    @Test(arguments: rows) func `names are read with Swift's scopes`(_ row: Row) throws {
        let statement = try #require(Parser.parse(source: row.code).statements.first)
        let reader = NameReader(statement)
        #expect(reader.uses.map(\.name) == row.uses)
        #expect(reader.declared.map(\.name) == row.declares)
    }

    @Test func `a use knows its members, its method and whether it is written`() throws {
        let tree = Parser.parse(source: "services.orders.total = store.all.find(x)")
        let folded = SourceFile(
            path: "a.swift", module: Module(name: "a", kind: .library, path: ""),
            text: tree.description
        ).tree
        let uses = NameReader(try #require(folded.statements.first)).uses
        #expect(uses.map(\.path) == [["orders", "total"], ["all"], []])
        #expect(uses.map(\.method) == [nil, "find", nil])
        #expect(uses.map(\.isWritten) == [true, false, false])
    }
}
