// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Testing

@testable import FledgeDoctor

/// A fifth batch, written after ``ValidationHabitTests`` could be told apart.
@Suite struct ValidationOfficeTests {
    static let checks = [
        RuleRow(
            ".range(…)",
            """
            let limits = (lowest: 1, highest: 4)
            if body.voice < limits.lowest || body.voice > limits.highest { throw Problem(.badRequest) }
            """),
        RuleRow(
            ".length(…)",
            """
            let name = body.name.trimmingCharacters(in: .whitespaces)
            let isFine = 2...60 ~= name.count
            if !isFine { return Response(status: .unprocessableContent) }
            """),
        RuleRow(
            ".oneOf(…)",
            """
            switch body.name {
            case "alto", "bass": return try await singers.add(body)
            default: throw Problem(.unprocessableContent, "Alto or bass.")
            }
            """),
        RuleRow(
            ".items(…)",
            """
            guard body.parts.count.isIn(1...8) else { throw Problem(.badRequest, "One to eight.") }
            ---
            extension Int {
                fileprivate func isIn(_ bounds: ClosedRange<Int>) -> Bool { bounds.contains(self) }
            }
            """),
        RuleRow(
            ".range(…)",
            """
            try Self.bound(body.years, by: 0...90, named: "years")
            ---
            extension AuditionsRoute {
                static func bound(_ n: Int, by range: ClosedRange<Int>, named name: String) throws {
                    guard range.contains(n) else { throw Problem(.badRequest, name) }
                }
            }
            """),
        RuleRow(
            ".pattern(…)",
            """
            let digits = CharacterSet(charactersIn: "0123456789+ ")
            if let phone = body.phone, phone.rangeOfCharacter(from: digits.inverted) != nil {
                throw Problem(.unprocessableContent, "Digits only.")
            }
            """),
        RuleRow(
            ".length(…)",
            """
            var issues = [Issue]()
            issues += body.name.count > 60 ? [Issue("name")] : []
            guard issues.isEmpty else { throw Problem(.unprocessableContent) }
            """),
        RuleRow(
            ".range(…)",
            """
            let wrong = body.parts.filter { $0.bars < 1 || $0.bars > 400 }
            if !wrong.isEmpty { throw Problem(.badRequest, wrong[0].title) }
            """),
        RuleRow(
            ".length(1...)",
            """
            do {
                if body.name == "" { throw Problem(.badRequest, "A name, please.") }
            }
            """),
    ]

    @Test(arguments: checks) func `a check by hand is found`(row: RuleRow) throws {
        let found = findings(HandWrittenValidation(), ChoirApp.with(handler: row.source))
        let finding = try #require(found.first, "\(row.source)")
        #expect(finding.suggestion.contains("@Field(\(row.name))"), "\(finding.suggestion)")
    }

    static let innocent = [
        RuleRow(
            "an action that is read",
            """
            switch body.name {
            case "join": return try await singers.add(body)
            default: throw Problem(.badRequest, "There is no such action.")
            }
            """),
        RuleRow(
            "sums that are compared",
            """
            let bars = body.parts.map(\\.bars).reduce(0, +)
            guard bars < 900 else { throw Problem(.unprocessableContent, "Too long for an evening.") }
            """),
        RuleRow(
            "parts that are chosen",
            """
            let long = body.parts.filter { $0.bars > 100 }
            if !long.isEmpty { return try await singers.add(name: long[0].title) }
            """),
        RuleRow(
            "rows of an answer",
            """
            let rows = try await singers.list().map { ($0.name, $0.voice > 4) }
            if let bad = rows.first(where: { $0.1 }) { throw Problem(.unprocessableContent, bad.0) }
            """),
        RuleRow(
            "an extension that is asked with an answer",
            """
            let all = try await singers.list()
            guard body.voice.isIn(0...all.count) else { throw Problem(.badRequest) }
            ---
            extension Int {
                fileprivate func isIn(_ bounds: ClosedRange<Int>) -> Bool { bounds.contains(self) }
            }
            """),
        RuleRow(
            "a helper that is given bounds of an answer",
            """
            let all = try await singers.list()
            func bound(_ n: Int, by range: ClosedRange<Int>) throws {
                guard range.contains(n) else { throw Problem(.badRequest) }
            }
            try bound(body.voice, by: 1...all.count)
            """),
        RuleRow(
            "an order that is asked for",
            """
            let isUp = body.name == "up"
            let list = try await singers.list().sorted { isUp ? $0.id < $1.id : $0.id > $1.id }
            return list[0]
            """),
        RuleRow(
            "a closure that answers a text",
            """
            let title = { (years: Int) in years > 10 ? "old hand" : "newcomer" }
            return try await singers.add(name: title(body.years))
            """),
        RuleRow(
            "what depends on a setting",
            """
            let most = Environment.current.int("MOST") ?? 60
            guard body.years <= most else { throw Problem(.badRequest) }
            """),
        RuleRow(
            "one or the other",
            """
            guard body.phone?.isEmpty == false || body.email.contains("@") else {
                throw Problem(.unprocessableContent, "A phone or an e-mail.")
            }
            """),
    ]

    @Test(arguments: innocent) func `what only looks like a check is none`(row: RuleRow) {
        let found = findings(HandWrittenValidation(), ChoirApp.with(handler: row.source))
        #expect(found == [], "\(row.source)")
    }
}
