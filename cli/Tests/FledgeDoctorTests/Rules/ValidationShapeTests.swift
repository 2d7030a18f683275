// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Testing

@testable import FledgeDoctor

/// The same few constraints, in the many ways in which teams write them.
@Suite struct ValidationShapeTests {
    static let switches = [
        RuleRow(
            ".range(…)",
            """
            switch (body.voice, body.years) {
            case (1...4, 0...80): break
            default: throw Problem(.unprocessableContent, "Out of range.")
            }
            """),
        RuleRow(
            ".length(…)",
            """
            let name = body.name.trimmingPrefix(while: \\.isWhitespace)
            switch name.count {
            case ..<2: throw Problem(.badRequest, "Too short.")
            case 61...: throw Problem(.badRequest, "Too long.")
            default: break
            }
            """),
        RuleRow(
            ".length(…)",
            """
            switch body.name.count {
            case let n where n > 60: throw Problem(.badRequest, "Too long.")
            default: break
            }
            """),
        RuleRow(
            ".length(1...)",
            """
            switch true {
            case body.name.isEmpty: throw Problem(.unprocessableContent, "A name, please.")
            case body.years > 90: throw Problem(.unprocessableContent, "Really?")
            default: break
            }
            """),
        RuleRow(
            ".range(…)",
            #"guard case 1...4 = body.voice else { throw Problem(.unprocessableContent) }"#),
        RuleRow(
            ".range(…)", #"guard 1...4 ~= body.voice else { throw Problem(.unprocessableContent) }"#
        ),
    ]

    static let complaints = [
        RuleRow(
            ".range(…)",
            """
            var bad: [String] = []
            if body.voice < 1 || body.voice > 4 { bad.append("voice") }
            if !bad.isEmpty { throw Problem(.unprocessableContent, bad.joined(separator: ", ")) }
            """),
        RuleRow(
            ".length(…)",
            """
            var notes = [String: String]()
            if body.name.count > 60 { notes["name"] = "At most 60 letters." }
            guard notes.isEmpty else { throw Problem(.badRequest, "\\(notes)") }
            """),
        RuleRow(
            ".length(1...)",
            """
            var okay = true
            if body.name.isEmpty { okay = false }
            guard okay else { throw Problem(.badRequest) }
            """),
        RuleRow(
            ".length(…)",
            """
            var remarks: [Remark] = []
            if body.name.count > 60 { remarks += [Remark(field: "name", text: "Too long.")] }
            if remarks.count > 0 { throw Rejected(remarks, status: .unprocessableContent) }
            """),
        RuleRow(
            ".length(…)",
            """
            let fits = body.name.count >= 2 && body.name.count <= 60
            guard fits else { throw Problem(.unprocessableContent, "2 to 60 letters.") }
            """),
        RuleRow(
            ".range(…)",
            """
            let complaint: String? = body.voice > 4 ? "No such voice." : nil
            if let complaint { throw Problem(.badRequest, complaint) }
            """),
        RuleRow(
            ".length(1...)",
            """
            for (field, value) in [("name", body.name), ("email", body.email)] where value.isEmpty {
                throw Problem(.badRequest, "\\(field) is missing.")
            }
            """),
        RuleRow(
            ".length(1...)",
            #"if [body.name, body.email].contains(where: \.isEmpty) { throw Problem(.badRequest) }"#
        ),
        RuleRow(
            ".length(1...)",
            #"guard [body.name, body.email].allSatisfy({ !$0.isEmpty }) else { throw Problem(.badRequest) }"#
        ),
    ]

    static let texts = [
        RuleRow(
            ".pattern(…)",
            #"if let phone = body.phone, phone.contains(where: { !$0.isNumber && $0 != "+" }) { throw Problem(.badRequest) }"#
        ),
        RuleRow(
            ".pattern(…)",
            #"guard try /[A-Z]{2}[0-9]+/.wholeMatch(in: body.name) != nil else { throw Problem(.badRequest) }"#
        ),
        RuleRow(
            ".pattern(…)",
            """
            let digits = try NSRegularExpression(pattern: "^[0-9]+$")
            let all = NSRange(location: 0, length: body.name.utf16.count)
            guard digits.firstMatch(in: body.name, range: all) != nil else { throw Problem(.badRequest) }
            """),
        RuleRow(
            ".pattern(…)",
            #"guard NSPredicate(format: "SELF MATCHES %@", "[0-9]+").evaluate(with: body.name) else { throw Problem(.badRequest) }"#
        ),
        RuleRow(
            ".pattern(…)",
            #"guard body.name.range(of: "^[a-z]+$", options: .regularExpression) != nil else { throw Problem(.badRequest) }"#
        ),
        RuleRow(
            ".pattern(…)",
            #"guard let _ = body.name.wholeMatch(of: /[a-z]+/) else { throw Problem(.badRequest) }"#
        ),
        RuleRow(
            ".length(1...)",
            #"if body.phone?.isEmpty == true { throw Problem(.badRequest) }"#),
        RuleRow(
            ".length(…)",
            #"if (body.phone?.count ?? 0) > 20 { throw Problem(.badRequest) }"#),
        RuleRow(
            ".length(…)",
            """
            let longest = 60
            if body.name.utf8.count > longest { throw ChoirError.nameTooLong }
            """),
        RuleRow(
            ".oneOf(…)",
            #"guard Self.voices.contains(body.name.lowercased()) else { throw Problem(.badRequest) }"#
        ),
    ]

    static let elsewhere = [
        RuleRow(
            ".length(…)",
            """
            guard isName(body.name) else { throw Problem(.unprocessableContent, "2 to 60 letters.") }
            ---
            private func isName(_ text: String) -> Bool { text.count >= 2 && text.count <= 60 }
            """),
        RuleRow(
            ".pattern(…)",
            """
            guard body.name.looksLikeName else { throw Problem(.badRequest) }
            ---
            extension String {
                fileprivate var looksLikeName: Bool { allSatisfy { $0.isLetter || $0 == " " } }
            }
            """),
        RuleRow(
            ".range(…)",
            #"if (1...4).contains(body.voice) { print("fine") } else { throw Problem(.badRequest) }"#
        ),
        RuleRow(
            ".length(…)",
            #"try ensure(body.name.count <= 60, else: .unprocessableContent, "Too long.")"#),
        RuleRow(
            ".range(…)",
            """
            try require(body.voice > 0, "There is no such voice.")
            ---
            private func require(_ holds: Bool, _ text: String) throws {
                guard holds else { throw Problem(.badRequest, text) }
            }
            """),
        RuleRow(
            ".range(…)",
            """
            guard body.parts.allSatisfy({ $0.bars > 0 }) else { throw Problem(.badRequest) }
            """),
        RuleRow(
            ".length(1...)",
            """
            try body.parts.forEach { if $0.title.isEmpty { throw Problem(.badRequest, "A title, please.") } }
            """),
        RuleRow(
            ".range(…)",
            """
            for (number, part) in body.parts.enumerated() {
                guard part.bars <= 400 else { throw Problem(.unprocessableContent, "Part \\(number).") }
            }
            """),
    ]

    @Test(arguments: switches + complaints + texts + elsewhere)
    func `a check by hand is found in whatever shape it has`(row: RuleRow) throws {
        let found = findings(HandWrittenValidation(), ChoirApp.with(handler: row.source))
        let finding = try #require(found.first)
        #expect(finding.suggestion.contains("@Field(\(row.name))"), "\(finding.suggestion)")
    }

    static let innocent = [
        RuleRow(
            "a choice in a switch over two values",
            """
            switch (body.voice, body.years) {
            case (1...2, 10...): return try await singers.add(name: body.name)
            default: break
            }
            """),
        RuleRow(
            "a switch that reads a kind and refuses the rest, each case doing something",
            """
            switch body.name {
            case "first": return try await singers.add(name: "1")
            case "last": return try await singers.add(name: "9")
            default: throw Problem(.badRequest, "First or last.")
            }
            """),
        RuleRow(
            "two values in a tuple",
            """
            switch (body.from, body.to) {
            case let (a, b) where a > b: throw Problem(.badRequest, "The wrong way round.")
            default: break
            }
            """),
        RuleRow(
            "a switch over an answer",
            """
            switch try await singers.list().count {
            case 0...60: break
            default: throw Problem(.unprocessableContent, "The choir is full.")
            }
            """),
        RuleRow(
            "a list that is only told",
            """
            var hints: [String] = []
            if body.years < 1 { hints.append("Come to the beginners' evening.") }
            print(hints)
            """),
        RuleRow(
            "a list whose emptiness chooses",
            """
            var groups: [String] = []
            if body.years > 10 { groups.append("seniors") }
            if groups.isEmpty { return try await singers.add(name: body.name) }
            """),
        RuleRow(
            "a list that ends in a conflict",
            """
            var taken: [String] = []
            for other in try await singers.list() where other.name == body.name { taken.append(other.name) }
            guard taken.isEmpty else { throw Problem(.conflict, "Taken.") }
            """),
        RuleRow(
            "words that the service knows",
            """
            let known = try await singers.voices()
            guard known.contains(body.name) else { throw Problem(.unprocessableContent) }
            """),
        RuleRow(
            "each of which the service knows",
            """
            let known = try await singers.voices()
            guard body.tags.allSatisfy({ known.contains($0) }) else { throw Problem(.badRequest) }
            """),
        RuleRow(
            "a list that must not have a word",
            #"if body.tags.contains("admin") { throw Problem(.badRequest, "Reserved.") }"#),
        RuleRow(
            "a helper that compares with an answer",
            """
            let list = try await singers.list()
            guard isNew(body.name, list) else { throw Problem(.badRequest) }
            ---
            private func isNew(_ name: String, _ all: [Singer]) -> Bool { !all.contains { $0.name == name } }
            """),
        RuleRow(
            "a helper that parses",
            """
            guard let day = readDay(body.name) else { throw Problem(.badRequest) }
            print(day)
            ---
            private func readDay(_ text: String) -> Int? { Int(text) }
            """),
        RuleRow(
            "captures of a match",
            """
            guard let match = body.name.wholeMatch(of: /([a-z]+)-([0-9]+)/) else { throw Problem(.badRequest) }
            print(match.1, match.2)
            """),
        RuleRow(
            "a verdict of a service",
            """
            let fits = try await singers.list().count < 60
            guard fits else { throw Problem(.unprocessableContent, "Full.") }
            """),
        RuleRow(
            "a bound of the domain",
            """
            let largest = try await singers.list().count
            if body.voice > largest { throw Problem(.unprocessableContent) }
            """),
        RuleRow(
            "parts that are compared with each other",
            """
            guard body.parts.allSatisfy({ $0.bars > body.from }) else { throw Problem(.badRequest) }
            """),
        RuleRow(
            "a sum",
            """
            guard body.parts.reduce(0, { $0 + $1.bars }) < 400 else { throw Problem(.unprocessableContent) }
            """),
        RuleRow(
            "an else that chooses",
            """
            if (1...4).contains(body.voice) { print("fine") } else { print("a guest") }
            """),
        RuleRow(
            "a service that is asked whether it may",
            #"try ensure(await singers.list().count < 60, else: .conflict, "Full.")"#),
        RuleRow(
            "an answer that is shown otherwise",
            """
            let label = body.years > 10 ? "old hand" : "new"
            print(label)
            """),
        RuleRow(
            "one of two has to be there",
            """
            guard body.phone != nil || !body.email.isEmpty else { throw Problem(.badRequest) }
            """),
        RuleRow(
            "a check that only holds for some",
            """
            if body.voice == 3 && body.years < 2 { throw Problem(.unprocessableContent, "Basses sing for two years.") }
            """),
        RuleRow(
            "a flag that is set for the answer",
            """
            var isLong = false
            if body.name.count > 60 { isLong = true }
            print(isLong)
            """),
    ]

    @Test(arguments: innocent) func `what only looks like a check is none`(row: RuleRow) {
        let found = findings(HandWrittenValidation(), ChoirApp.with(handler: row.source))
        #expect(found == [])
    }
}
