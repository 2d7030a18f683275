// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax

/// Calls in conditions: what a text has to look like, what each element of a list has to be.
extension ValidationReader {
    func read(_ call: FunctionCallExprSyntax, _ statement: Syntax, _ isRule: Bool) {
        guard let name = call.calleeName else { return }
        if let unit = local(call) ?? helper(call) {
            return verdict(of: unit, call, statement, isRule)
        }
        // `Register(rawValue: body.voice) != nil`
        if name.first?.isUppercase == true, let value = call.argument("rawValue"),
            let text = subject(value)
        {
            return note(statement, text, ".oneOf(…)")
        }
        guard let receiver = call.receiver else { return }
        if let (text, constraint) = ownQuestion(call, receiver) {
            return note(statement, text, constraint)
        }
        switch name {
        case "contains" where inputs.iterated(receiver) == nil:
            if isRule, let value = call.arguments.first?.expression {
                listed(value, receiver, statement)
            }
        case "contains", "allSatisfy", "first":
            if questions(call, receiver, statement, isRule) { return }
            if elements(call, receiver, statement, isRule) { return }
            text(receiver, call, statement)
        case "hasPrefix", "hasSuffix", "wholeMatch", "firstMatch", "prefixMatch", "matches",
            "range", "rangeOfCharacter":
            if subject(receiver) != nil { return text(receiver, call, statement) }
            matched(call, statement)
        case "firstIndex", "lastIndex": text(receiver, call, statement)
        case "evaluate", "numberOfMatches": matched(call, statement)
        default: break
        }
    }

    /// `(1...9).contains(body.quantity)`, `["de", "en"].contains(body.language)`.
    private func listed(_ value: ExprSyntax, _ receiver: ExprSyntax, _ statement: Syntax) {
        guard let measured = measured(value, "<") else { return }
        // A list of what must not be, such as reserved words, is no constraint.
        if isListOfNames(receiver) {
            note(statement, measured.0, ".oneOf(…)")
        } else if isRange(receiver) {
            note(statement, measured.0, measured.1)
        }
    }

    /// What a pattern says of a text, or of each of its letters.
    private func text(
        _ receiver: ExprSyntax, _ call: FunctionCallExprSyntax, _ statement: Syntax
    ) {
        guard isList(receiver) != true, let text = subject(receiver) else { return }
        if let closure = Self.closure(of: call), !isFixed(closure) { return }
        let first = call.arguments.first?.expression
        switch (call.calleeName, first?.literalText) {
        case (_, "@"): note(statement, text, ".email")
        // Another text, which is not known here.
        case ("contains", nil) where first?.bare.is(DeclReferenceExprSyntax.self) == true: return
        case ("hasPrefix", let start?) where start.hasPrefix("http"): note(statement, text, ".url")
        default: note(statement, text, ".pattern(…)")
        }
    }

    /// Whether it asks something of each element of a list: `body.parts.allSatisfy { $0.bars > 0 }`.
    func elements(
        _ call: FunctionCallExprSyntax, _ receiver: ExprSyntax, _ statement: Syntax, _ isRule: Bool
    ) -> Bool {
        let isLiteral = receiver.bare.is(ArrayExprSyntax.self)
        guard isLiteral || isList(receiver) == true else { return false }
        guard (call.calleeName == "allSatisfy") == isRule else { return true }
        if let path = call.arguments.first?.expression.as(KeyPathExprSyntax.self) {
            if path.trimmedDescription.hasSuffix(".isEmpty"),
                let names = inputs.iterated(receiver)
            {
                note(statement, names, ".length(1...)")
            }
        } else if let closure = Self.closure(of: call), closure.statements.count == 1,
            let condition = closure.statements.first?.item.as(ExprSyntax.self)
        {
            read(condition, statement, isRule)
        }
        return true
    }

    /// `regex.wholeMatch(in: body.name)`, `predicate.evaluate(with: body.name)`.
    private func matched(_ call: FunctionCallExprSyntax, _ statement: Syntax) {
        guard let value = call.argument("in") ?? call.argument("with"), let text = subject(value)
        else { return }
        note(statement, text, ".pattern(…)")
    }

    private static func closure(of call: FunctionCallExprSyntax) -> ClosureExprSyntax? {
        call.closures.first
    }

    /// `["de", "en"]`, where it is used or in a constant: `Self.languages`.
    private func isListOfNames(_ node: ExprSyntax) -> Bool {
        let node = node.variableName.flatMap { given[$0] } ?? node
        if node.bare.is(ArrayExprSyntax.self) { return node.isBound }
        if let call = node.bare.as(FunctionCallExprSyntax.self) {
            // `Set(["de", "en"])`, `Language.allCases.map(\.rawValue)`
            if call.calleeName == "Set", let list = call.arguments.first?.expression {
                return isListOfNames(list)
            }
            return call.calleeName == "map"
                && call.receiver?.memberPath?.last == "allCases"
        }
        return Tables.values(of: node, index)?.allSatisfy { $0.bare.literalText != nil } ?? false
    }

    /// `1...9`, where it is used, under a name or as it is given.
    private func isRange(_ node: ExprSyntax) -> Bool {
        let bare = node.bare
        if let name = bare.variableName, let meaning = given[name] ?? value(of: name) {
            return meaning.bare.is(InfixOperatorExprSyntax.self) && isFixed(node)
        }
        return bare.is(InfixOperatorExprSyntax.self) && isFixed(node)
    }

    // MARK: What is fixed

    /// Whether a closure looks at nothing but what it is given, and constants.
    private func isFixed(_ closure: ClosureExprSyntax) -> Bool {
        let own = Set(closure.parameterUnits.map(\.name))
        return closure.statements.all(DeclReferenceExprSyntax.self).allSatisfy { reference in
            let name = reference.baseName.text
            if name.hasPrefix("$") || own.contains(name) || name.first?.isLetter == false {
                return true
            }
            if name.first?.isUppercase == true || isMemberOrCallee(reference) { return true }
            return value(of: name).map { $0.isConstant } ?? false
        }
    }

    private func isMemberOrCallee(_ reference: DeclReferenceExprSyntax) -> Bool {
        if let member = reference.parent?.as(MemberAccessExprSyntax.self) {
            return member.declName.id == reference.id
        }
        return reference.parent?.is(FunctionCallExprSyntax.self) ?? false
    }

    /// Whether a bound is known when the app is written: `80`, `Self.longest`, `let longest = 80`.
    func isFixed(_ node: ExprSyntax) -> Bool {
        if node.isBound { return true }
        let bare = node.bare
        if let infix = bare.as(InfixOperatorExprSyntax.self) {
            return ["...", "..<", "*"].contains(infix.operator.trimmedDescription)
                && isFixed(infix.leftOperand) && isFixed(infix.rightOperand)
        }
        if let prefix = bare.as(PrefixOperatorExprSyntax.self) { return isFixed(prefix.expression) }
        if let postfix = bare.as(PostfixOperatorExprSyntax.self) {
            return isFixed(postfix.expression)
        }
        if let name = bare.variableName, given[name] != nil { return true }
        // `bounds.upperBound`, `limits.highest` of a tuple
        if let member = bare.as(MemberAccessExprSyntax.self), let name = member.base?.variableName {
            let part = member.declName.baseName.text
            if given[name] != nil { return ["lowerBound", "upperBound"].contains(part) }
            let tuple = value(of: name)?.as(TupleExprSyntax.self)?.elements
            return tuple?.first { $0.label?.text == part }.map { isFixed($0.expression) } ?? false
        }
        return bare.variableName.flatMap(value)?.isBound ?? false
    }
}

extension ExprSyntax {
    /// A bound, a text, a list of them or what is made of them alone: `CharacterSet(charactersIn: "0-9")`.
    fileprivate var isConstant: Bool {
        if isBound || literalText != nil { return true }
        guard let call = bare.as(FunctionCallExprSyntax.self),
            call.calleeName?.first?.isUppercase == true
        else {
            return bare.is(MemberAccessExprSyntax.self)
                && all(DeclReferenceExprSyntax.self).count == 1
        }
        return call.arguments.allSatisfy { $0.expression.isConstant }
    }
}
