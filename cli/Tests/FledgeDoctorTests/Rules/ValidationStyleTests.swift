// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Testing

@testable import FledgeDoctor

/// A second batch of checks, written after ``ValidationShapeTests`` could be told apart.
@Suite struct ValidationStyleTests {
    static let checks = [
        RuleRow(
            ".length(…)",
            """
            let length = body.name.count
            guard length >= 2, length <= 60 else { throw Problem(.badRequest) }
            """),
        RuleRow(
            ".range(…)",
            """
            if body.years < 0 {
                return Response(status: .unprocessableContent)
            } else if body.years > 90 {
                return Response(status: .unprocessableContent)
            }
            """),
        RuleRow(
            ".range(…)",
            """
            do {
                guard (1...4).contains(body.voice) else { throw ChoirError.invalid("voice") }
            }
            """),
        RuleRow(
            ".oneOf(…)",
            """
            let allowed = ["alto", "bass"]
            if !allowed.contains(body.name) { throw Problem(.badRequest) }
            """),
        RuleRow(
            ".items(…)",
            """
            switch body.tags.count {
            case 0...5: ()
            default: throw Problem(.badRequest, "At most five.")
            }
            """),
        RuleRow(
            ".length(…)",
            """
            try check(body)
            ---
            private func check(_ new: Audition) throws {
                if new.name.count > 60 { throw Problem(.unprocessableContent, "Too long.") }
            }
            """),
        RuleRow(
            ".unique",
            """
            if Set(body.tags).count != body.tags.count { throw Problem(.badRequest, "Twice.") }
            """),
        RuleRow(
            ".range(…)",
            """
            for part in body.parts where part.bars < 1 || part.bars > 400 {
                throw Problem(.badRequest, part.title)
            }
            """),
        RuleRow(
            ".range(…)",
            """
            let tooOld = body.years > 90
            if tooOld { throw Problem(.unprocessableContent) }
            """),
        RuleRow(
            ".range(…)",
            """
            if let wrong = body.parts.first(where: { $0.bars > 400 }) {
                throw Problem(.unprocessableContent, wrong.title)
            }
            """),
        RuleRow(
            ".range(…)",
            """
            if body.parts.contains(where: { part in part.bars < 1 }) { throw Problem(.badRequest) }
            """),
    ]

    @Test(arguments: checks) func `a check by hand is found`(row: RuleRow) throws {
        let found = findings(HandWrittenValidation(), ChoirApp.with(handler: row.source))
        let finding = try #require(found.first)
        #expect(finding.suggestion.contains("@Field(\(row.name))"), "\(finding.suggestion)")
    }

    static let innocent = [
        RuleRow(
            "a count of an answer by the body",
            """
            let own = try await singers.list().filter { $0.name == body.name }
            guard own.count < 3 else { throw Problem(.unprocessableContent, "Enough.") }
            """),
        RuleRow(
            "elements chosen by a bound, of which one has to be",
            """
            let long = body.parts.filter { $0.bars > 100 }
            guard !long.isEmpty else { throw Problem(.unprocessableContent, "One long part.") }
            """),
        RuleRow(
            "one of the elements has to be so",
            """
            guard body.parts.contains(where: { $0.bars > 100 }) else { throw Problem(.badRequest) }
            """),
        RuleRow(
            "a tuple that is matched for a pair",
            """
            switch (body.phone, body.email) {
            case (nil, ""): throw Problem(.badRequest, "A phone or an e-mail.")
            default: break
            }
            """),
        RuleRow(
            "a switch over a pair that depends on each other",
            """
            switch (body.voice, body.years) {
            case (4, 0..<2): throw Problem(.unprocessableContent, "Basses have sung for two years.")
            default: break
            }
            """),
        RuleRow(
            "a page that is brought into its bounds",
            "let number = page < 1 ? 1 : page\nprint(number)"),
        RuleRow(
            "a warning that goes into a log",
            """
            var problems = 0
            if body.years > 90 { problems += 1 }
            print(problems)
            """),
        RuleRow(
            "a helper that asks a service",
            """
            guard try await isFree(body.name) else { throw Problem(.unprocessableContent) }
            ---
            extension AuditionsRoute {
                private func isFree(_ name: String) async throws -> Bool {
                    try await singers.list().allSatisfy { $0.name != name }
                }
            }
            """),
        RuleRow(
            "a bound that the answer gives",
            """
            let voices = try await singers.voices()
            guard (0..<voices.count).contains(body.voice) else { throw Problem(.badRequest) }
            """),
        RuleRow(
            "what decides between two services",
            """
            let isLong = body.name.count > 60
            if isLong { return try await singers.add(name: body.name) }
            """),
        RuleRow(
            "the first that is too much for what there is",
            """
            let limit = try await singers.list().count
            if body.parts.contains(where: { $0.bars > limit }) { throw Problem(.badRequest) }
            """),
        RuleRow(
            "a total, made in a loop",
            """
            var bars = 0
            for part in body.parts { bars += part.bars }
            guard bars > 0 else { throw Problem(.badRequest) }
            """),
    ]

    @Test(arguments: innocent) func `what only looks like a check is none`(row: RuleRow) {
        let found = findings(HandWrittenValidation(), ChoirApp.with(handler: row.source))
        #expect(found == [])
    }
}
