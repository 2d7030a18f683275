// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftParser
import SwiftSyntax
import Testing

@testable import FledgeDoctor

/// A function, and what a reader with the paper in hand counts in it.
struct MetricRow: CustomTestStringConvertible, Sendable {
    var name: String
    var body: String
    var cyclomatic: Int
    var cognitive: Int

    init(_ name: String, _ body: String, cyclomatic: Int, cognitive: Int) {
        self.name = name
        self.body = body
        self.cyclomatic = cyclomatic
        self.cognitive = cognitive
    }

    var testDescription: String { name }
}

@Suite struct MetricsTests {
    static let rows = [
        MetricRow("nothing", "return 1", cyclomatic: 1, cognitive: 0),
        MetricRow("an if", "if a { b() }", cyclomatic: 2, cognitive: 1),
        MetricRow("if and else", "if a { b() } else { c() }", cyclomatic: 2, cognitive: 2),
        MetricRow(
            "else if costs no level", "if a { b() } else if c { d() } else { e() }", cyclomatic: 3,
            cognitive: 3),
        MetricRow(
            "what nests costs more", "for x in y { if x { while z { } } }", cyclomatic: 4,
            cognitive: 1 + 2 + 3),
        MetricRow("a guard", "guard let a else { return 0 }", cyclomatic: 2, cognitive: 1),
        MetricRow("one sequence of &&", "if a && b && c { }", cyclomatic: 4, cognitive: 2),
        MetricRow("two sequences", "if a && b || c { }", cyclomatic: 4, cognitive: 3),
        MetricRow("a sequence in parentheses", "if a && (b || c) { }", cyclomatic: 4, cognitive: 3),
        MetricRow(
            "a switch is one, whatever its cases",
            "switch a { case 1: b()\n case 2: c()\n default: d() }",
            cyclomatic: 3, cognitive: 1),
        MetricRow("?: in ?:", "return a ? b : c ? d : e", cyclomatic: 3, cognitive: 1 + 2),
        MetricRow("catch", "do { try a() } catch { if b { } }", cyclomatic: 3, cognitive: 1 + 2),
        MetricRow("a closure nests", "a.map { if $0 { } }", cyclomatic: 2, cognitive: 2),
        MetricRow("a function in it nests", "func b() { if c { } }", cyclomatic: 2, cognitive: 2),
        MetricRow(
            "a jump to a label", "a: for b in c { for d in e { continue a } }", cyclomatic: 3,
            cognitive: 1 + 2 + 1),
        MetricRow("it calls itself", "return f(1) + self.f(2)", cyclomatic: 1, cognitive: 1),
        MetricRow(
            "another's method of its name is no recursion", "return store.f(1)", cyclomatic: 1,
            cognitive: 0),
        MetricRow("?? is shorthand", "return a ?? b ?? c", cyclomatic: 1, cognitive: 0),
        MetricRow("a loop with where", "for a in b where a > 1 { }", cyclomatic: 3, cognitive: 2),
        MetricRow(
            "sumOfPrimes of the paper",
            "a: for i in 1...max { for j in 2..<i { if i % j == 0 { continue a } } ; total += i }",
            cyclomatic: 4, cognitive: 1 + 2 + 3 + 1),
    ]

    @Test(arguments: rows) func `a function counts what a reader counts`(row: MetricRow) {
        let index = FileIndex(
            SourceFile(
                path: "Sources/A/A.swift",
                module: Module(name: "A", kind: .library, path: "Sources/A"),
                text: "func f() {\n\(row.body)\n}"), number: 0)
        let function = AppIndex([index]).files[0].functions[0]
        #expect(function.cyclomatic == row.cyclomatic)
        #expect(function.cognitive == row.cognitive)
    }

    @Test func `lines of code are neither blank nor comments`() {
        let source = SourceFile(
            path: "A.swift", module: Module(name: "A", kind: .library, path: ""),
            text:
                "// a comment\n\nlet a = 1  // another\n/* one\n more */\nlet b = \"\"\"\n    two\n    lines\n    \"\"\"\n"
        )
        #expect(source.codeLines.filter { $0 }.count == 5)
    }

    @Test func `a closure of a route counts for itself, not for who registers it`() {
        let diagnosis = examine([
            "app/App.swift": """
            import Fledge
            func makeApp() -> App {
                let app = App()
                app.get("/a") { request in
                    if request.isSecure { return 1 }
                    return 2
                }
                return app
            }
            """
        ])
        let byName = Dictionary(uniqueKeysWithValues: diagnosis.functions.map { ($0.name, $0) })
        #expect(byName["makeApp"]?.cognitive == 0)
        #expect(byName["GET /a"]?.cognitive == 1)
        #expect(byName["GET /a"]?.layer == .routes)
        #expect(byName["GET /a"]?.isHandler == true)
    }
}
