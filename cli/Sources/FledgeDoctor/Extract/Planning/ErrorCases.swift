// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax

/// A problem that the logic throws, as an error of the domain.
struct ErrorCase {
    /// A value that the problem tells.
    struct Payload: Hashable {
        var name: String
        /// As it stands where it is thrown: `part.stock`.
        var expression: String
        /// The key under which its type is asked for.
        var key: String
    }

    var name: String
    var payload: [Payload]
    /// `Problem(…)` with the names of the payload in it.
    var problem: String
    var throwing: [ThrowStmtSyntax]

    /// `tooLow(least: least)`.
    var value: String {
        guard !payload.isEmpty else { return name }
        return "\(name)(" + payload.map { "\($0.name): \($0.expression)" }.joined(separator: ", ")
            + ")"
    }

    /// `.tooLow(let least)`.
    var pattern: String {
        guard !payload.isEmpty else { return ".\(name)" }
        return ".\(name)(" + payload.map { "let \($0.name)" }.joined(separator: ", ") + ")"
    }
}

/// Makes errors of the problems in the statements that move.
struct ErrorCaseReader {
    let code: HandlerCode

    /// - Throws: ``Refusal`` for a problem that cannot be told apart from how it is thrown.
    func read(_ region: Region) throws(Refusal) -> [ErrorCase] {
        var cases: [ErrorCase] = []
        for facts in code.statements[region.range] {
            for problem in facts.problems {
                var made = try make(problem, in: facts)
                if let same = cases.firstIndex(where: {
                    $0.problem == made.problem && $0.payload.map(\.name) == made.payload.map(\.name)
                        && $0.payload.map(\.expression) == made.payload.map(\.expression)
                }) {
                    cases[same].throwing.append(problem)
                    continue
                }
                let count = cases.count { $0.name == made.name || $0.name.hasPrefix(made.name) }
                if cases.contains(where: { $0.name == made.name }) { made.name += "\(count + 1)" }
                cases.append(made)
            }
        }
        return cases
    }

    private func make(
        _ node: ThrowStmtSyntax, in facts: StatementFacts
    ) throws(Refusal) -> ErrorCase {
        let expression = node.expression
        try check(expression)
        var payload: [ErrorCase.Payload] = []
        var edits: [TextEdit] = []
        let nested = Set(
            facts.node.all(IdentifierPatternSyntax.self).map(\.identifier.text)
                + facts.node.all(ClosureExprSyntax.self).flatMap(\.parameterUnits).map(\.name))
        for use in NameReader(expression).uses {
            guard try isValue(use, nested) else { continue }
            let text = use.whole.trimmedDescription
            let name = payload.first { $0.expression == text }?.name ?? newName(use, payload)
            if !payload.contains(where: { $0.name == name }) {
                let key = "\(node.positionAfterSkippingLeadingTrivia.utf8Offset) \(text)"
                payload.append(ErrorCase.Payload(name: name, expression: text, key: key))
            }
            edits.append(TextEdit(replacing: use.whole, with: name))
        }
        let problem = TextEdit.apply(edits, to: expression)
        return ErrorCase(
            name: CaseName.make(expression), payload: payload, problem: problem, throwing: [node])
    }

    /// Whether a name in the problem is a value that has to be carried along.
    private func isValue(_ use: NameUse, _ nested: Set<String>) throws(Refusal) -> Bool {
        if nested.contains(use.name) { return true }
        switch code.meaning(of: use) {
        case .local, .parameter: return true
        case .free: return false
        case .dependency(let dependency):
            guard use.method == nil, !use.isCalled, dependency.path.count == 1 else {
                throw Refusal(
                    "problem-asks", "The problem asks '\(dependency.text)' when it is made.",
                    at: use.node,
                    in: code.file, remedy: "Put the answer into a variable before.")
            }
            return true
        case .stuck(let reason, let remedy):
            throw Refusal(
                "problem-asks", "The problem cannot be carried over: \(reason).", at: use.node,
                in: code.file, remedy: remedy)
        }
    }

    private func check(_ expression: ExprSyntax) throws(Refusal) {
        let servers: Set<String> = [
            "internalServerError", "notImplemented", "badGateway", "serviceUnavailable",
            "gatewayTimeout", "insufficientStorage",
        ]
        let status = expression.all(MemberAccessExprSyntax.self).first {
            servers.contains($0.declName.baseName.text)
        }
        let cause = expression.all(LabeledExprSyntax.self).first { $0.label?.text == "cause" }
        if let node = status.map({ Syntax($0) }) ?? cause.map({ Syntax($0) }) {
            throw Refusal(
                "failure",
                "The problem is a failure of the server, which is logged as it is thrown.",
                at: node, in: code.file, remedy: "Throw it outside of the rule.")
        }
        if let node = expression.all(AwaitExprSyntax.self).first {
            throw Refusal(
                "problem-asks", "The problem waits for something when it is made.", at: node,
                in: code.file,
                remedy: "Put the answer into a variable before.")
        }
    }

    private func newName(_ use: NameUse, _ payload: [ErrorCase.Payload]) -> String {
        let last = use.path.last ?? use.name
        let taken = Set(payload.map(\.name))
        if !taken.contains(last), !["count", "self", "description"].contains(last) { return last }
        let long = use.path.reduce(use.name) { $0 + $1.capitalizedFirst }
        return taken.contains(long) ? long + "\(payload.count)" : long
    }
}

/// Names cases after the problem's code, its words or its status.
private enum CaseName {
    static func make(_ expression: ExprSyntax) -> String {
        guard let call = expression.bare.as(FunctionCallExprSyntax.self) else {
            return escaped(expression.bare.memberPath?.last ?? "refused")
        }
        if let code = call.argument("code")?.literalText { return escaped(camel(code)) }
        let texts = call.arguments.filter { $0.label == nil }.map(\.expression)
        if let text = texts.lazy.compactMap(\.literalText).first {
            let words = text.split { !$0.isLetter }
            if !words.isEmpty, words.count < 5 { return escaped(camel(text)) }
        }
        let status =
            texts.lazy.compactMap { $0.as(MemberAccessExprSyntax.self) }.first?.declName.baseName
            .text
            ?? call.receiver.flatMap { _ in call.calleeName }
        return escaped(status ?? "refused")
    }

    private static func camel(_ text: String) -> String {
        let words = text.split { !($0.isLetter || $0.isNumber) }.map { $0.lowercased() }
        return (words.first ?? "") + words.dropFirst().map(\.capitalizedFirst).joined()
    }

    private static func escaped(_ name: String) -> String {
        let keywords: Set<String> = [
            "default", "init", "self", "in", "is", "as", "for", "if", "case", "switch", "return",
            "throw", "repeat", "while", "where", "class", "protocol", "public", "private", "nil",
            "true", "false", "operator", "internal", "import", "guard", "else", "do", "var", "let",
        ]
        if name.isEmpty || name.first?.isNumber == true { return "refused" + name }
        return keywords.contains(name) ? "`\(name)`" : name
    }
}

extension String {
    var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
    var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
