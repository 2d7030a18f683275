// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Testing

@testable import FledgeDoctor

/// What the client sent is checked and read: that decides nothing yet.
@Suite struct SentValueTests {
    private func found(_ handler: String) -> [Finding] {
        let handler = handler + "\nreturn try await singers.add(body)"
        return findings(BusinessRuleInHandler(), ChoirApp.with(handler: handler))
    }

    static let innocent = [
        RuleRow(
            "a range, and the name of what is wrong",
            """
            var wrong: [String] = []
            if body.years < 6 || body.years > 90 { wrong.append("years") }
            guard wrong.isEmpty else { throw Problem(.unprocessableContent, "\\(wrong)") }
            """),
        RuleRow(
            "two fields, and the name of what is wrong",
            """
            var problems: [String] = []
            if body.from > body.to { problems.append("from") }
            if !problems.isEmpty { throw Problem(.badRequest, "\\(problems)") }
            """),
        RuleRow(
            "a field that only some have to fill, and the name of what is wrong",
            """
            var missing: Set<String> = []
            if body.years < 18 && body.phone == nil { missing.insert("phone") }
            guard missing.isEmpty else { throw Problem(.badRequest, "\\(missing)") }
            """),
        RuleRow(
            "the lines of a text",
            """
            let lines = body.name.split(separator: "\\n").map(String.init)
            guard lines.count == 3, let first = Int(lines[0]) else { throw Problem(.badRequest) }
            print(first)
            """),
        RuleRow(
            "the columns of a row",
            """
            for row in body.tags {
                let columns = row.split(separator: ";")
                let count = columns.count
                if count < 4 { throw Problem(.badRequest, "Four columns, please.") }
            }
            """),
        RuleRow(
            "as many parts as tags",
            """
            guard body.parts.count == body.tags.count else { throw Problem(.unprocessableContent) }
            """),
    ]

    @Test(arguments: innocent) func `a check of what was sent is no rule`(row: RuleRow) {
        #expect(found(row.source) == [])
    }

    static let rules = [
        RuleRow(
            "who is turned away because of the others",
            """
            let others = try await singers.list().filter { $0.voice == body.voice }
            var problems: [String] = []
            if others.count > 12 { problems.append("voice") }
            guard problems.isEmpty && others.count < 20 else { throw Problem(.conflict) }
            """),
        RuleRow(
            "a group by the years",
            """
            var groups: [String] = []
            if body.years > 10 { groups.append("seniors") }
            print(groups)
            _ = try await singers.add(name: groups[0])
            """),
        RuleRow(
            "how many there are of what was sent and of what there is",
            """
            let all = try await singers.list()
            guard all.count + body.parts.count < 60 else { throw Problem(.unprocessableContent, "Full.") }
            """),
        RuleRow(
            "lines of a text against a number that the app has",
            """
            let lines = body.name.split(separator: "\\n")
            let places = try await singers.voices().count
            guard lines.count <= places else { throw Problem(.unprocessableContent, "Full.") }
            """),
    ]

    @Test(arguments: rules) func `what it is measured by makes a rule`(row: RuleRow) {
        #expect(found(row.source).count == 1)
    }
}
