// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Testing

@testable import FledgeDoctor

@Suite struct BaselineTests {
    private func app(_ lines: String, sql: String = "SELECT a FROM t") -> Diagnosis {
        examine(
            [
                "app/A.swift": """
                import Fledge
                \(lines)
                @Route struct A {
                    func GET() async throws -> Int { try await database.one("\(sql)", as: Int.self) }
                }
                """
            ], rules: [DatabaseInRoute()])
    }

    @Test func `a finding is known after its line has moved`() {
        let baseline = Baseline(app(""))
        var moved = app("struct Other {}\n\n// more\n")
        #expect(moved.findings.count == 1)
        baseline.apply(to: &moved)
        #expect(moved.findings == [])
        #expect(moved.score == 0)
    }

    @Test func `a finding whose line has changed is new`() {
        let baseline = Baseline(app(""))
        var changed = app("", sql: "SELECT b FROM t")
        baseline.apply(to: &changed)
        #expect(changed.findings.count == 1)
    }

    @Test func `equal lines are told apart`() {
        let twice =
            "@Route struct B {\n    func GET() async throws -> Int { try await database.one(\"SELECT a FROM t\", as: Int.self) }\n}"
        let prints = app(twice).findings.map(\.fingerprint)
        #expect(Set(prints).count == 2)
    }
}
