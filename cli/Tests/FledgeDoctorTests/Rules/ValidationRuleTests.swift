// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Testing

@testable import FledgeDoctor

@Suite struct ValidationRuleTests {
    static let checks = [
        RuleRow(".length(…)", #"if body.name.count > 80 { throw Problem(.unprocessableContent) }"#),
        RuleRow(".length(1...)", #"guard !body.name.isEmpty else { throw Problem(.badRequest) }"#),
        RuleRow(".email", #"guard body.email.contains("@") else { throw Problem(.badRequest) }"#),
        RuleRow(".range(…)", #"guard body.quantity > 0 else { return Response(.badRequest) }"#),
        RuleRow(
            ".range(…)",
            #"guard (1...99).contains(body.quantity) else { throw OrderError.invalid("quantity") }"#
        ),
        RuleRow(".items(1...)", #"if body.tags.isEmpty { throw Problem(.unprocessableContent) }"#),
        RuleRow(
            ".unique",
            #"guard Set(body.tags).count == body.tags.count else { throw Problem(.badRequest) }"#),
        RuleRow(
            ".oneOf(…)",
            #"guard ["a", "b"].contains(body.name) else { throw Problem(.badRequest) }"#),
        RuleRow(
            ".oneOf(…)",
            """
            let kinds: Set<String> = ["a", "b"]
            guard kinds.contains(body.name) else { throw Problem(.badRequest) }
            """),
        RuleRow(
            ".uuid",
            #"guard let id = UUID(uuidString: body.name) else { throw Problem(.badRequest) }"#),
        RuleRow(
            ".pattern(…)",
            #"guard body.name.wholeMatch(of: /[a-z]+/) != nil else { throw Problem(.badRequest) }"#),
        RuleRow(
            ".pattern(…)",
            #"if body.name.firstMatch(of: word) == nil { throw Problem(.badRequest) }"#),
        RuleRow(
            ".length(1...)",
            """
            let name = body.name.trimmingCharacters(in: .whitespaces)
            guard !name.isEmpty else { throw Problem(.badRequest) }
            """),
        RuleRow(
            ".length(…)",
            """
            var errors: [String] = []
            if body.name.count > 80 { errors.append("too long") }
            """),
        RuleRow(
            ".oneOf(…)",
            """
            if body.name != "gold" && body.name != "silver" { throw Problem(.unprocessableContent) }
            """),
        RuleRow(
            ".oneOf(…)",
            """
            guard body.name == "gold" || body.name == "silver" || body.name == "tin" else {
                throw Problem(.badRequest)
            }
            """),
        RuleRow(
            ".pattern(…)",
            """
            guard body.name.hasPrefix("N-"), let number = Int(body.email) else { throw Problem(.badRequest) }
            """),
        RuleRow(
            ".length(…)",
            """
            guard body.name.count < 40 else { throw Problem(.badRequest) }
            let draft = Draft(name: body.name)
            """),
        RuleRow(".range(…)", "if page < 1 { throw Problem(.badRequest) }"),
        RuleRow(
            ".length(1...)",
            """
            let form = try await request.json()
            guard let title = form["title"], !title.isEmpty else { throw Problem(.badRequest) }
            """),
    ]

    @Test(arguments: checks) func `a check by hand names the constraint`(row: RuleRow) throws {
        let found = findings(
            HandWrittenValidation(), Shop.with(handler: row.source, returning: "Response"))
        let finding = try #require(found.first)
        #expect(finding.suggestion.contains("@Field(\(row.name))"), "\(finding.suggestion)")
    }

    static let noConstraint = [
        RuleRow(
            "two values", "guard body.to > body.from else { throw Problem(.unprocessableContent) }"),
        RuleRow(
            "the time", "guard body.from > now() else { throw Problem(.unprocessableContent) }"),
        RuleRow(
            "reserved words",
            "if Self.reserved.contains(body.name) { throw Problem(.unprocessableContent) }"),
        RuleRow(
            "reserved words in a list",
            #"if ["api", "docs"].contains(body.name) { throw Problem(.badRequest) }"#),
        RuleRow(
            "a header",
            """
            guard let header = request.headers["Signature"], header.count == 64 else { throw Problem(.badRequest) }
            """),
        RuleRow(
            "an answer that is empty",
            """
            let all = try await orders.list()
            if all.isEmpty { throw Problem(.notFound) }
            """),
        RuleRow("a choice", "if body.tags.isEmpty { return try await orders.place(body) }"),
        RuleRow("not signed in", "guard !body.name.isEmpty else { throw Problem(.unauthorized) }"),
        RuleRow(
            "a mark that is read",
            """
            guard body.name.hasPrefix("after:"), let last = Int(body.name.dropFirst(6)) else {
                throw Problem(.badRequest)
            }
            """),
        RuleRow(
            "a token that is decoded",
            """
            if body.name.count != 32 { throw Problem(.badRequest) }
            guard let bytes = Data(base64Encoded: body.name) else { throw Problem(.badRequest) }
            """),
        RuleRow(
            "a place in a list that the app wrote itself",
            """
            guard body.name.contains("."), let place = try? Place(body.name.split(separator: ".")) else {
                throw Problem(.badRequest)
            }
            """),
        RuleRow("a limit that is brought down", "let limit = min(page, 100)"),
    ]

    @Test(arguments: noConstraint) func `what no constraint says is none`(row: RuleRow) {
        let found = findings(
            HandWrittenValidation(), Shop.with(handler: row.source, returning: "Response"))
        #expect(found == [])
    }

    static let sets = [
        RuleRow(
            "a switch",
            """
            switch body.name {
            case "gold", "silver": break
            default: throw Problem(.unprocessableContent, "Gold or silver.")
            }
            """),
        RuleRow(
            "a switch that answers with an error of its own",
            """
            switch body.name {
            case "gold", "silver": break
            default: throw InvalidInput("Gold or silver.")
            }
            """),
        RuleRow(
            "an if",
            #"if body.name != "gold" && body.name != "silver" { throw Problem(.unprocessableContent) }"#
        ),
    ]

    @Test(arguments: sets) func `a set of words is a constraint and no rule of the domain`(
        row: RuleRow
    ) {
        let source = row.source + "\nreturn try await orders.place(body)"
        let found = examine(
            Shop.with(handler: source), rules: [HandWrittenValidation(), BusinessRuleInHandler()])
        #expect(found.findings.map(\.rule) == ["hand-written-validation"])
    }

    @Test func `each statement is a finding, with all that it checks`() {
        let found = findings(
            HandWrittenValidation(),
            Shop.with(
                handler: """
                    guard !body.name.isEmpty, body.name.count < 80 else { throw Problem(.badRequest) }
                    if body.quantity < 1 {
                        throw Problem(.badRequest, "At least one.")
                    } else if body.quantity > 10 {
                        throw Problem(.badRequest, "At most ten.")
                    }
                    """))
        #expect(found.map(\.line) == [7, 8])
        #expect(found.first?.message.contains("and 1 more") == true)
    }

    @Test func `what is silenced or known says nothing of the next check`() {
        let checks = """
            // fledge:ignore hand-written-validation: the limit depends on the plan
            guard body.name.count < 80 else { throw Problem(.badRequest) }
            guard body.quantity <= 10 else { throw Problem(.badRequest) }
            """
        let found = findings(HandWrittenValidation(), Shop.with(handler: checks))
        #expect(found.map(\.line) == [9])
    }
}
