// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax

/// Follows values of a function forwards, through the names that they get: ``Origins`` looks back.
struct Effects {
    private let origins: Origins
    private var uses: [String: [DeclReferenceExprSyntax]] = [:]

    init(_ body: Syntax, _ origins: Origins) {
        self.origins = origins
        for reference in body.all(DeclReferenceExprSyntax.self) {
            uses[reference.baseName.text, default: []].append(reference)
        }
    }

    /// What makes a text of its arguments, or a field of the answer.
    static let showing: Set<String> = [
        "String", "header", "cookie", "setCookie", "SetCookie", "cacheControl", "format",
        "Response", "HTML", "Problem",
    ]

    /// What the work is bounded by, and not the domain: `limit: min(wanted, 100)`.
    private static let technical: Set<String> = [
        "limit", "offset", "batch", "batchsize", "chunk", "chunksize", "pagesize", "perpage",
        "skip", "timeout", "retries", "concurrency", "parallelism", "buffer", "buffersize",
        "prefetch", "backoff", "maxage", "width", "height", "quality", "scale",
    ]

    private static let routineStatuses: Set<String> = [
        "notModified", "preconditionFailed", "preconditionRequired", "unauthorized",
        "notAcceptable", "unsupportedMediaType",
    ]

    /// The strongest of what becomes of a value.
    func effect(of node: some SyntaxProtocol, names: Set<String> = []) -> Effect {
        var current = Syntax(node)
        if let infix = current.as(InfixOperatorExprSyntax.self), let target = target(of: infix) {
            return effect(ofTarget: target, names)
        }
        while let parent = current.parent, !parent.is(CodeBlockItemSyntax.self) {
            if let effect = step(from: current, to: parent, names) { return effect }
            current = parent
        }
        return .open
    }

    /// What becomes of all uses of a name.
    func effect(ofName name: String, names: Set<String> = []) -> Effect {
        guard !names.contains(name) else { return .shown }
        let names = names.union([name])
        let effects = (uses[name] ?? []).filter { !isTarget($0) && !isLabel($0) }
            .map { effect(of: $0, names: names) }
        return effects.max() ?? .open
    }

    /// Whether a name is only written here: `sum += 1`.
    private func isTarget(_ reference: DeclReferenceExprSyntax) -> Bool {
        guard let infix = reference.parent?.as(InfixOperatorExprSyntax.self),
            infix.leftOperand.id == ExprSyntax(reference).id
        else { return false }
        return target(of: infix) != nil
    }

    /// Whether it is the member of something else: `name` of `order.name`.
    private func isLabel(_ reference: DeclReferenceExprSyntax) -> Bool {
        reference.parent?.as(MemberAccessExprSyntax.self)?.declName.id == reference.id
    }

    /// The effect when a step upwards says it, nil to go on.
    private func step(from node: Syntax, to parent: Syntax, _ names: Set<String>) -> Effect? {
        if parent.is(ExpressionSegmentSyntax.self) { return .shown }
        if parent.is(ReturnStmtSyntax.self) { return .answered }
        if parent.is(ClosureExprSyntax.self) || parent.is(SubscriptCallExprSyntax.self),
            node.is(LabeledExprListSyntax.self) || parent.is(ClosureExprSyntax.self)
        {
            return .open
        }
        if let argument = parent.as(LabeledExprSyntax.self) { return effect(argument, names) }
        if let binding = parent.as(PatternBindingSyntax.self) {
            let name = binding.pattern.as(IdentifierPatternSyntax.self)?.identifier.text
            return name.map { effect(ofName: $0, names: names) } ?? .open
        }
        if let binding = parent.as(OptionalBindingConditionSyntax.self) {
            return effect(ofName: binding.pattern.trimmedDescription, names: names)
        }
        if let infix = parent.as(InfixOperatorExprSyntax.self), let target = target(of: infix) {
            return effect(ofTarget: target, names)
        }
        if let choice = parent.as(TernaryExprSyntax.self), choosesText(choice, by: node) {
            return .shown
        }
        if parent.is(ConditionElementSyntax.self) { return effect(ofCondition: parent, names) }
        return nil
    }

    private func effect(_ argument: LabeledExprSyntax, _ names: Set<String>) -> Effect? {
        guard let call = argument.parent?.parent?.as(FunctionCallExprSyntax.self) else {
            return nil
        }
        let label = argument.label?.text.lowercased() ?? ""
        let callee = call.calleeName ?? ""
        if Self.technical.contains(label) || Self.showing.contains(callee) { return .shown }
        if call.receiver.map(origins.answersAsService) ?? false { return .given }
        if label == "status" { return .shown }
        if callee.first?.isUppercase == true || ["min", "max", "abs"].contains(callee) {
            return nil
        }
        if call.receiver?.variableName == "Response" { return nil }
        // What another function makes of it is a value of its own, unless it is shown.
        return effect(of: call, names: names) == .shown ? .shown : .open
    }

    /// What is assigned to, or added to.
    private func target(of infix: InfixOperatorExprSyntax) -> ExprSyntax? {
        let isChange = ["+=", "-=", "*=", "/="].contains(infix.operator.trimmedDescription)
        return isChange || infix.operator.is(AssignmentExprSyntax.self) ? infix.leftOperand : nil
    }

    private func effect(ofTarget target: ExprSyntax, _ names: Set<String>) -> Effect {
        if let name = target.variableName { return effect(ofName: name, names: names) }
        let first = target.memberPath?.first
        return first.map { origins[$0].isOfDomain } == true ? .given : .open
    }

    /// `hour < 10 ? "0" : ""`, put together with more.
    private func choosesText(_ choice: TernaryExprSyntax, by node: Syntax) -> Bool {
        choice.condition.id == ExprSyntax(node)?.id
            && choice.thenExpression.is(StringLiteralExprSyntax.self)
            && choice.elseExpression.is(StringLiteralExprSyntax.self)
            && choice.ancestor(TupleExprSyntax.self) != nil
    }

    // MARK: Conditions

    private func effect(ofCondition node: Syntax, _ names: Set<String>) -> Effect {
        if let choice = node.parent?.parent?.as(IfExprSyntax.self) {
            return isRoutine(choice.body) ? .routine : effect(ofChoice: choice, names)
        }
        let refusal = node.parent?.parent?.as(GuardStmtSyntax.self)?.body
        return refusal.map(isRoutine) == true ? .routine : .open
    }

    private func isRoutine(_ block: CodeBlockSyntax) -> Bool {
        Exit.status(in: Syntax(block)).map(Self.routineStatuses.contains) ?? false
    }

    /// `if member.years > 2 { state = "booked" }`, and the same as an expression.
    private func effect(ofChoice node: IfExprSyntax, _ names: Set<String>) -> Effect {
        guard node.body.statements.count == 1, let item = node.body.statements.first?.item else {
            return .open
        }
        if let infix = item.as(InfixOperatorExprSyntax.self) {
            guard infix.operator.is(AssignmentExprSyntax.self), !node.isBound,
                infix.rightOperand.isLabel || infix.rightOperand.isNumber
            else { return .open }
            return effect(ofTarget: infix.leftOperand, names)
        }
        guard let value = item.as(ExprSyntax.self), value.isLabel || value.isNumber else {
            return .open
        }
        return effect(of: node, names: names)
    }
}
