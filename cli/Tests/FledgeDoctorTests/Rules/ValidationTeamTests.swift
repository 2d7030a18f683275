// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Testing

@testable import FledgeDoctor

/// A third batch: the same few constraints, as ten teams would ask for them.
@Suite struct ValidationTeamTests {
    static let ownFunctions = [
        RuleRow(
            ".range(…)",
            """
            let isVoice: (Int) -> Bool = { $0 >= 1 && $0 <= 4 }
            guard isVoice(body.voice) else { throw Problem(.badRequest, "No such voice.") }
            """),
        RuleRow(
            ".length(…)",
            """
            let isTooLong = { (text: String) in text.count > 60 }
            if isTooLong(body.name) { throw Problem(.unprocessableContent, "Too long.") }
            """),
        RuleRow(
            ".range(…)",
            """
            var errors: [String: String] = [:]
            func demand(_ name: String, _ value: Int, within bounds: ClosedRange<Int>) {
                if !bounds.contains(value) { errors[name] = "\\(bounds)" }
            }
            demand("voice", body.voice, within: 1...4)
            demand("years", body.years, within: 0...90)
            if !errors.isEmpty { throw Problem(.unprocessableContent, "\\(errors)") }
            """),
        RuleRow(
            ".length(…)",
            """
            func limit(_ text: String, to longest: Int) throws {
                guard text.count <= longest else { throw Problem(.badRequest, "Too long.") }
            }
            try limit(body.name, to: 60)
            try limit(body.email, to: 254)
            """),
        RuleRow(
            ".length(1...)",
            """
            func isFilled(_ text: String) -> Bool { !text.isEmpty }
            guard isFilled(body.name), isFilled(body.email) else { throw Problem(.badRequest) }
            """),
        RuleRow(
            ".length(1...)",
            """
            let wrong = AuditionChecks.wrong(in: body)
            guard wrong.isEmpty else { throw Problem(.badRequest, wrong.joined(separator: ", ")) }
            ---
            enum AuditionChecks {
                static func wrong(in new: Audition) -> [String] {
                    var found: [String] = []
                    if new.name.isEmpty { found.append("name") }
                    if new.years > 90 { found.append("years") }
                    return found
                }
            }
            """),
    ]

    static let lists = [
        RuleRow(
            ".length(1...)",
            """
            let checks = [("name", body.name.isEmpty), ("years", body.years > 90)]
            if let bad = checks.first(where: { $0.1 }) { throw Problem(.badRequest, bad.0) }
            """),
        RuleRow(
            ".length(1...)",
            """
            let wrong = [body.name.isEmpty ? "name" : nil, body.years > 90 ? "years" : nil].compactMap { $0 }
            guard wrong.isEmpty else { throw Problem(.badRequest, wrong.joined(separator: ", ")) }
            """),
        RuleRow(
            ".unique",
            """
            var seen = Set<String>()
            for tag in body.tags {
                guard seen.insert(tag).inserted else { throw Problem(.badRequest, "\\(tag) stands twice.") }
            }
            """),
        RuleRow(
            ".unique",
            """
            guard body.tags.count == Set(body.tags.map { $0.lowercased() }).count else {
                throw Problem(.unprocessableContent, "Twice.")
            }
            """),
        RuleRow(
            ".items(…)",
            "if !(1...5 ~= body.tags.count) { throw Problem(.unprocessableContent) }"),
    ]

    static let words = [
        RuleRow(
            ".oneOf(…)",
            #"guard Set(["alto", "bass"]).contains(body.name) else { throw Problem(.badRequest) }"#),
        RuleRow(
            ".oneOf(…)",
            """
            guard Register(rawValue: body.name) != nil else { throw Problem(.badRequest) }
            ---
            enum Register: String { case alto, bass }
            """),
        RuleRow(
            ".oneOf(…)",
            """
            guard Register.allCases.map(\\.rawValue).contains(body.name) else { throw Problem(.badRequest) }
            ---
            enum Register: String, CaseIterable { case alto, bass }
            """),
        RuleRow(
            ".pattern(…)",
            "guard let first = body.name.first, first.isUppercase else { throw Problem(.badRequest) }"
        ),
        RuleRow(
            ".pattern(…)",
            """
            guard body.name.unicodeScalars.allSatisfy(CharacterSet.alphanumerics.contains) else {
                throw Problem(.badRequest, "Letters and digits.")
            }
            """),
        RuleRow(
            ".email",
            """
            let halves = body.email.split(separator: "@")
            if halves.count != 2 { throw Problem(.badRequest, "Not an address.") }
            """),
        RuleRow(
            ".length(1...)",
            #"if body.name.trimmingCharacters(in: .whitespacesAndNewlines) == "" { throw Problem(.badRequest) }"#
        ),
    ]

    static let numbers = [
        RuleRow(
            ".range(…)",
            "if case 1...4 = body.voice {} else { throw Problem(.badRequest, \"No such voice.\") }"),
        RuleRow(
            ".range(…)",
            """
            let (lowest, highest) = (1, 4)
            guard body.voice >= lowest && body.voice <= highest else { throw Problem(.badRequest) }
            """),
        RuleRow(
            ".range(…)",
            "guard body.voice == min(max(body.voice, 1), 4) else { throw Problem(.badRequest) }"),
        RuleRow(
            ".range(…)",
            """
            switch body.voice {
            case 1, 2, 3, 4: break
            default: throw Problem(.badRequest, "No such voice.")
            }
            """),
        RuleRow(
            ".range(…)",
            """
            switch body.voice {
            case 1...4: return try await singers.add(body)
            default: throw Problem(.badRequest, "No such voice.")
            }
            """),
        RuleRow(
            ".range(…)",
            """
            if body.years < 0 || body.years > 90 {
                return Response.json(["error": "years"], status: .badRequest)
            }
            """),
    ]

    @Test(arguments: ownFunctions + lists + words + numbers)
    func `a check by hand is found, however a team writes it`(row: RuleRow) throws {
        let found = findings(HandWrittenValidation(), ChoirApp.with(handler: row.source))
        let finding = try #require(found.first)
        #expect(finding.suggestion.contains("@Field(\(row.name))"), "\(finding.suggestion)")
    }

    static let innocent = [
        RuleRow(
            "a closure that looks at an answer",
            """
            let all = try await singers.list()
            let fits: (Int) -> Bool = { $0 <= all.count }
            guard fits(body.voice) else { throw Problem(.badRequest) }
            """),
        RuleRow(
            "a function of its own that asks a service",
            """
            func isFree(_ name: String) async throws -> Bool { try await singers.voices().contains(name) }
            guard try await isFree(body.name) else { throw Problem(.unprocessableContent) }
            """),
        RuleRow(
            "a function of its own that is told the number of an answer",
            """
            let all = try await singers.list()
            func insist(_ count: Int, atMost most: Int) throws {
                if count > most { throw Problem(.badRequest, "Full.") }
            }
            try insist(all.count, atMost: 60)
            """),
        RuleRow(
            "a list of questions about two fields",
            """
            let checks = [("from", body.from > body.to), ("name", body.name == body.email)]
            if let bad = checks.first(where: { $0.1 }) { throw Problem(.badRequest, bad.0) }
            """),
        RuleRow(
            "hints that are only printed",
            """
            let hints = [body.name.isEmpty ? "name" : nil, body.years > 90 ? "years" : nil].compactMap { $0 }
            print(hints)
            """),
        RuleRow(
            "an address that is taken apart",
            """
            let halves = body.email.split(separator: "@")
            guard halves.count == 2 else { throw Problem(.badRequest, "Not an address.") }
            return try await singers.add(name: String(halves[0]))
            """),
        RuleRow(
            "a text of lines that is read",
            """
            let lines = body.name.split(separator: "\\n", maxSplits: 1).map(String.init)
            guard lines.count == 2, let number = Int(lines[0]) else { throw Problem(.badRequest) }
            print(number, lines[1])
            """),
        RuleRow(
            "a switch whose cases do different things",
            """
            switch body.voice {
            case 1...4: return try await singers.add(body)
            case 5...8: return try await singers.add(name: body.name)
            default: throw Problem(.badRequest, "No such voice.")
            }
            """),
        RuleRow(
            "a number that is brought into its bounds",
            "let voice = min(max(body.voice, 1), 4)\nprint(voice)"),
        RuleRow(
            "names that an answer has twice",
            """
            var seen = Set<String>()
            for singer in try await singers.list() {
                guard seen.insert(singer.name).inserted else { throw Problem(.unprocessableContent) }
            }
            """),
        RuleRow(
            "tags that are counted once",
            """
            var seen = Set<String>()
            for tag in body.tags where seen.insert(tag).inserted { print(tag) }
            """),
        RuleRow(
            "a text that is cut",
            """
            let name = body.name.count > 60 ? String(body.name.prefix(60)) : body.name
            return try await singers.add(name: name)
            """),
        RuleRow(
            "two lengths together",
            "guard body.name.count + body.email.count < 200 else { throw Problem(.badRequest) }"),
        RuleRow(
            "parts in their order",
            """
            guard zip(body.parts, body.parts.dropFirst()).allSatisfy({ $0.bars <= $1.bars }) else {
                throw Problem(.badRequest)
            }
            """),
        RuleRow(
            "a child, who may not",
            "if body.years < 18 { throw Problem(.forbidden, \"Ask your parents.\") }"),
        RuleRow(
            "many tags, for which a phone is wanted",
            "if body.tags.count > 5 && body.phone == nil { throw Problem(.badRequest) }"),
        RuleRow(
            "a word that the answer knows under a name",
            """
            let known = Set(try await singers.voices())
            guard known.contains(body.name) else { throw Problem(.badRequest) }
            """),
        RuleRow(
            "rules that look at an answer",
            """
            let wrong = AuditionChecks.wrong(try await singers.list())
            guard wrong.isEmpty else { throw Problem(.badRequest, wrong.joined(separator: ", ")) }
            ---
            enum AuditionChecks {
                static func wrong(_ all: [Singer]) -> [String] {
                    all.count > 60 ? ["The choir is full."] : []
                }
            }
            """),
        RuleRow(
            "a word that is read and used",
            """
            guard let register = Register(rawValue: body.name) else { throw Problem(.badRequest) }
            return try await singers.add(name: register.title)
            ---
            enum Register: String { case alto, bass; var title: String { rawValue } }
            """),
        RuleRow(
            "the first part, which is used",
            """
            guard let first = body.parts.first(where: { $0.bars > 100 }) else { throw Problem(.badRequest) }
            return try await singers.add(name: first.title)
            """),
    ]

    @Test(arguments: innocent) func `what only looks like a check is none`(row: RuleRow) {
        let found = findings(HandWrittenValidation(), ChoirApp.with(handler: row.source))
        #expect(found == [])
    }
}
