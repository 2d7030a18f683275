// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Testing

@testable import FledgeDoctor

/// A fourth batch, written after ``ValidationTeamTests`` could be told apart.
@Suite struct ValidationHabitTests {
    static let checks = [
        RuleRow(
            ".range(…)",
            """
            let isPage = { (number: Int) -> Bool in number > 0 && number < 100 }
            guard isPage(page) else { throw Problem(.badRequest, "Pages go from 1 to 99.") }
            """),
        RuleRow(
            ".range(…)",
            """
            guard Bounds(lowest: 1, highest: 4).hold(body.voice) else { throw Problem(.badRequest) }
            ---
            private struct Bounds {
                let lowest: Int
                let highest: Int
                func hold(_ number: Int) -> Bool { number >= lowest && number <= highest }
            }
            """),
        RuleRow(
            ".length(1...)",
            """
            if let text = complaint(about: body) { throw Problem(.unprocessableContent, text) }
            ---
            extension AuditionsRoute {
                private func complaint(about new: Audition) -> String? {
                    if new.name.isEmpty { return "A name, please." }
                    if new.years > 90 { return "Really?" }
                    return nil
                }
            }
            """),
        RuleRow(
            ".length(…)",
            """
            let message = problem(with: body.name)
            guard message == nil else { throw Problem(.badRequest, message ?? "") }
            ---
            private func problem(with name: String) -> String? {
                name.count > 60 ? "At most 60 letters." : nil
            }
            """),
        RuleRow(
            ".length(1...)",
            """
            for (field, value) in ["name": body.name, "email": body.email] where value.isEmpty {
                throw Problem(.badRequest, "\\(field) is missing.")
            }
            """),
        RuleRow(
            ".range(…)",
            "if [body.voice, body.years].contains(where: { $0 < 0 }) { throw Problem(.badRequest) }"
        ),
        RuleRow(
            ".email",
            #"guard body.email.firstIndex(of: "@") != nil else { throw Problem(.unprocessableContent) }"#
        ),
        RuleRow(
            ".email",
            #"if body.email.components(separatedBy: "@").count != 2 { throw Problem(.badRequest) }"#
        ),
        RuleRow(
            ".length(…)",
            """
            let wrong = [("name", (1...60).contains(body.name.count)), ("years", body.years < 90)]
                .filter { !$0.1 }
            guard wrong.isEmpty else { throw Problem(.badRequest, wrong[0].0) }
            """),
        RuleRow(
            ".oneOf(…)",
            "if body.tags.contains(where: { !Self.voices.contains($0) }) { throw Problem(.badRequest) }"
        ),
        RuleRow(
            ".pattern(…)",
            #"guard body.name.range(of: "[^a-z]", options: .regularExpression) == nil else { throw Problem(.badRequest) }"#
        ),
        RuleRow(
            ".length(…)",
            """
            func wrongLength(_ text: String, _ bounds: ClosedRange<Int>) -> String? {
                bounds.contains(text.count) ? nil : "\\(bounds) letters, please."
            }
            let errors = [wrongLength(body.name, 1...60), wrongLength(body.email, 3...254)].compactMap { $0 }
            if !errors.isEmpty { throw Problem(.unprocessableContent, errors.joined(separator: " ")) }
            """),
        RuleRow(
            ".range(…)", "guard 0 < body.voice, body.voice < 5 else { throw Problem(.badRequest) }"),
        RuleRow(
            ".range(…)",
            """
            for (field, isRight) in [("voice", body.voice < 5), ("years", body.years < 90)] where !isRight {
                throw Problem(.badRequest, field)
            }
            """),
    ]

    @Test(arguments: checks) func `a check by hand is found`(row: RuleRow) throws {
        let found = findings(HandWrittenValidation(), ChoirApp.with(handler: row.source))
        let finding = try #require(found.first, "\(row.source)")
        #expect(finding.suggestion.contains("@Field(\(row.name))"), "\(finding.suggestion)")
    }

    @Test func `a helper that throws is read where it is called, in whatever file it is`() throws {
        var sources = ChoirApp.with(handler: "try insist(onPhone: body.phone ?? \"\")")
        sources["app/_web/Phone.swift"] = """
            import Fledge

            func insist(onPhone text: String) throws {
                guard text.wholeMatch(of: /[0-9]+/) != nil else { throw Problem(.badRequest) }
            }
            """
        let finding = try #require(findings(HandWrittenValidation(), sources).first)
        #expect(finding.file == "app/auditions/AuditionsRoute.swift")
        #expect(finding.suggestion.contains("phone: @Field(.pattern(…))"))
        sources["app/_web/Phone.swift"] = """
            import Fledge

            func insist(onPhone text: String) throws {
                guard !Blocked.numbers.contains(text) else { throw Problem(.badRequest) }
            }
            """
        #expect(findings(HandWrittenValidation(), sources) == [])
    }

    static let innocent = [
        RuleRow(
            "a text of a helper that is only printed",
            """
            if let note = hint(for: body) { print(note) }
            ---
            private func hint(for new: Audition) -> String? { new.years < 1 ? "Come early." : nil }
            """),
        RuleRow(
            "a function of its own that computes",
            """
            func rate(_ years: Int) -> Int { years > 3 ? 2 : 1 }
            print(rate(body.years))
            """),
        RuleRow(
            "a closure that chooses of an answer",
            """
            let isLow: (Singer) -> Bool = { $0.voice > 3 }
            let low = try await singers.list().filter(isLow)
            guard low.count < 20 else { throw Problem(.unprocessableContent, "Enough basses.") }
            """),
        RuleRow(
            "complaints of a helper that asks a service",
            """
            let wrong = try await complaints(about: body)
            guard wrong.isEmpty else { throw Problem(.badRequest, wrong[0]) }
            ---
            extension AuditionsRoute {
                private func complaints(about new: Audition) async throws -> [String] {
                    var found: [String] = []
                    if try await singers.voices().contains(new.name) { found.append("name") }
                    return found
                }
            }
            """),
        RuleRow(
            "rows of which the first that fits is chosen",
            """
            let ranks = [("veteran", body.years > 10), ("member", body.years > 2)]
            if let rank = ranks.first(where: { $0.1 }) { return try await singers.add(name: rank.0) }
            """),
        RuleRow(
            "a letter that is shown",
            "print(body.name.first?.isUppercase == true ? \"a name\" : \"a nickname\")"),
        RuleRow(
            "an address that is cut",
            """
            guard let at = body.email.firstIndex(of: "@") else { throw Problem(.badRequest) }
            return try await singers.add(name: String(body.email[..<at]))
            """),
        RuleRow(
            "an answer in a switch with one good case",
            """
            let all = try await singers.list()
            switch all.count {
            case 0...60: return try await singers.add(body)
            default: throw Problem(.unprocessableContent, "Full.")
            }
            """),
        RuleRow(
            "what the time is",
            "guard body.from > Clock.now else { throw Problem(.unprocessableContent, \"Too late.\") }"
        ),
        RuleRow(
            "a closure that compares two fields",
            """
            let isOrdered: (Int, Int) -> Bool = { $0 < $1 }
            guard isOrdered(body.from, body.to) else { throw Problem(.badRequest) }
            """),
        RuleRow(
            "a switch over a state with one that goes on",
            """
            let singer = try await singers.list()[0]
            switch singer.voice {
            case 1: return singer
            default: throw Problem(.unprocessableContent)
            }
            """),
        RuleRow(
            "a helper that is given an answer and the body",
            """
            let all = try await singers.list()
            try leaveRoom(all.count, body)
            ---
            private func leaveRoom(_ taken: Int, _ new: Audition) throws {
                if taken + new.parts.count > 60 { throw Problem(.badRequest, "Full.") }
            }
            """),
        RuleRow(
            "lines of a text that are read one by one",
            """
            for line in body.name.split(separator: "\\n") {
                let columns = line.split(separator: ";")
                guard columns.count == 2 else { throw Problem(.badRequest) }
                _ = try await singers.add(name: String(columns[0]))
            }
            """),
    ]

    @Test(arguments: innocent) func `what only looks like a check is none`(row: RuleRow) {
        let found = findings(HandWrittenValidation(), ChoirApp.with(handler: row.source))
        #expect(found == [], "\(row.source)")
    }
}
