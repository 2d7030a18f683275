// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax

/// Collects what looks like a rule of the domain in a function, each with a weight.
///
/// | what | weight |
/// |---|---|
/// | arithmetic on values of the domain, unless it is for a text | 3 |
/// | a condition on them that ends in a refusal (a conflict, an error of the domain) | 3 |
/// | values chosen by them: `order.total > 100 ? 0.1 : 0` | 3 |
/// | what a service is told because of a number: `add(body, isFree: earlier.count < 2)` | 3 |
/// | names given by size, or by the time: `total > 20_000 ? "patron" : "guest"` | 3 |
/// | numbers looked up in a table: `[0, 250, 500][invoice.reminders]` | 3 |
/// | dates that are moved, and the time between two | 3 |
/// | adding up, selecting and grouping: `reduce`, `filter` with a comparison | 2 to 3 |
/// | a loop that asks a service for each element | 2 |
/// | a branch on them between calls of services | 2 |
/// | changing their properties | 1 each |
///
/// ``Origins`` says where a value comes from, and ``Effects`` what becomes of it.
///
/// What ends with "not found", "not signed in", "not yours" or "not modified" is a handler's own
/// business, and so are sizes and numbers of pages.
final class BusinessSignals: SyntaxVisitor {
    struct Signal {
        var weight: Int
        var text: String
        var node: Syntax
    }

    private(set) var signals: [Signal] = []
    let origins: Origins
    let makesText: Bool
    /// Whether the function is a helper that answers a number or yes and no.
    let answer: String
    let isHandler: Bool
    private let validations: Set<SyntaxIdentifier>
    private let refusals: Refusals
    private var writes: [Syntax] = []
    let effects: Effects

    init(_ function: FunctionUnit, _ index: AppIndex, validations: Set<SyntaxIdentifier>) {
        origins = Origins(function, index)
        makesText = ["String", "HTML"].contains(TypeText.core(function.returnType ?? ""))
        answer = TypeText.core(function.returnType ?? "")
        isHandler = function.isHandler
        self.validations = validations
        refusals = Refusals(function.body)
        effects = Effects(function.body, origins)
        super.init(viewMode: .sourceAccurate)
        walk(function.body)
        if writes.count > 2 {
            note(2, "makes \(writes.count) changes one after the other", writes[2])
        }
    }

    var score: Int {
        // Each change of a property weighs little, and many of them are still one mapping.
        let changes = signals.filter { $0.weight == 1 }.count
        return signals.filter { $0.weight > 1 }.reduce(0) { $0 + $1.weight } + min(changes, 3)
    }

    private func note(_ weight: Int, _ text: String, _ node: some SyntaxProtocol) {
        signals.append(Signal(weight: weight, text: text, node: Syntax(node)))
    }

    private func short(_ node: some SyntaxProtocol) -> String {
        let text = node.trimmedDescription.split { $0.isWhitespace }.joined(separator: " ")
        return "'" + (text.count > 60 ? text.prefix(57) + "…" : text) + "'"
    }

    // MARK: Arithmetic

    override func visit(_ node: InfixOperatorExprSyntax) -> SyntaxVisitorContinueKind {
        let text = node.operator.trimmedDescription
        switch text {
        case "+", "-", "*", "/", "%", "&+", "&-", "&*", "+=", "-=", "*=", "/=":
            arithmetic(node, text)
        case "<", ">", "<=", ">=":
            comparison(node)
            if isFact(node) || isVerdict(node) || isGivenFact(node) {
                note(3, "decides \(short(node))", node)
            }
        case "=": assignment(node)
        default: break
        }
        return .visitChildren
    }

    private func arithmetic(_ node: InfixOperatorExprSyntax, _ text: String) {
        let left = origins.origin(of: node.leftOperand),
            right = origins.origin(of: node.rightOperand)
        guard max(left, right) >= .size, !isText(node), !isShown(node), !isPaging(node) else {
            return
        }
        // One signal for `a * b + c`.
        if let outer = node.parent?.as(InfixOperatorExprSyntax.self),
            ["+", "-", "*", "/", "%", "+=", "-="].contains(outer.operator.trimmedDescription)
        {
            return
        }
        guard max(left, right).isOfDomain || isGivenProduct(node) else { return }
        note(arithmeticWeight(node, text), "computes \(short(node))", node)
    }

    private static let selecting: Set<String> = [
        "filter", "contains", "first", "allSatisfy", "removeAll", "partition", "prefix", "drop",
    ]

    /// `filter { $0.visits.count > 10 && $0.plan == .gold }`.
    private func comparison(_ node: InfixOperatorExprSyntax) {
        guard let closure = node.ancestor(ClosureExprSyntax.self),
            let name = closure.ancestor(FunctionCallExprSyntax.self)?.calleeName,
            Self.selecting.contains(name)
        else { return }
        let sides = [node.leftOperand, node.rightOperand]
        let found = sides.map { origins.origin(of: $0) }
        let isNumber = sides.contains(where: \.isMeaningful)
        let isOneOfSeveral = node.parent?.is(InfixOperatorExprSyntax.self) ?? false
        let text = "selects by \(short(node))"
        switch found.max() ?? .plain {
        // What a client asks for selects what is shown: `filter { $0.at >= from }`.
        case .body... where found.contains(.input) || found.contains(.web): break
        case .body...:
            let isDue = isOneOfSeveral && sides.contains(where: origins.isNow)
            note(isNumber || isDue ? 3 : 2, text, node)
        case .size where isNumber: note(isOneOfSeveral ? 3 : 2, text, node)
        default: break
        }
    }

    private func assignment(_ node: InfixOperatorExprSyntax) {
        guard let path = node.leftOperand.memberPath, path.count > 1, let first = path.first,
            origins[first].isOfDomain, !isMapping(node.rightOperand)
        else { return }
        note(1, "changes \(short(node.leftOperand))", node)
    }

    /// What the client sent is put where it belongs: `member.name = body.name`.
    private func isMapping(_ value: ExprSyntax) -> Bool {
        [.body, .input].contains(origins.origin(of: value))
    }

    // MARK: Decisions

    override func visit(_ node: GuardStmtSyntax) -> SyntaxVisitorContinueKind {
        decide(node.conditions, Exit(of: node.body.statements), node)
        return .visitChildren
    }

    override func visit(_ node: IfExprSyntax) -> SyntaxVisitorContinueKind {
        // What a constraint says is told by another rule.
        guard !validations.contains(node.id) else { return .visitChildren }
        decide(node.conditions, Exit(of: node.body.statements), node)
        if let other = node.elseBody?.as(CodeBlockSyntax.self),
            Exit(of: other.statements) == .refusal, asksService(node.body),
            let subject = decided(by: node.conditions),
            !isAboutInputOnly(subject, refusedIn: Syntax(other))
        {
            note(3, "refuses by \(short(subject))", node)
        }
        if let subject = classes(node), !complains(node, subject) {
            note(3, "gives names by \(short(subject))", node)
        }
        if let subject = changes(node) { note(2, "changes a value by \(short(subject))", node) }
        if let subject = decided(by: node.conditions), !isExit(node), asksService(node.body) {
            note(comparesOrder(subject) ? 3 : 2, "does different things by \(short(subject))", node)
        }
        return .visitChildren
    }

    /// `if body.from > body.to { wrong.append("from") }`: what the client sent is refused, and not named.
    private func complains(_ node: IfExprSyntax, _ subject: ExprSyntax) -> Bool {
        origins.origin(of: subject) == .body && refusals.refuses(node.body.statements)
    }

    private func decide(
        _ conditions: ConditionElementListSyntax, _ exit: Exit, _ node: some SyntaxProtocol
    ) {
        guard !validations.contains(node.id), let subject = decided(by: conditions) else { return }
        switch exit {
        case .refusal where isAboutInputOnly(subject, node): break
        case .routine where isQuota(conditions, node): note(3, "refuses by \(short(subject))", node)
        case .refusal: note(3, "refuses by \(short(subject))", node)
        case .answer where isChosenNumber(node):
            note(3, "chooses a value by \(short(subject))", node)
        case .routine, .answer: break
        case .none:
            let isBound =
                origins.origin(of: subject) == .size
                && node.as(IfExprSyntax.self).map(\.isBound) == true
            if !isBound, isChoiceOfNumbers(node) {
                note(3, "chooses a value by \(short(subject))", node)
            }
        }
    }

    override func visit(_ node: TernaryExprSyntax) -> SyntaxVisitorContinueKind {
        if let subject = classes(node) {
            note(3, "gives names by \(short(subject))", node)
            return .visitChildren
        }
        guard !isShown(node), origins.origin(of: node.condition).isOfDomain else {
            return .visitChildren
        }
        let isNumber = node.thenExpression.isNumber || node.elseExpression.isNumber
        if isNumber || isGivenName(node) {
            note(3, "chooses a value by \(short(node.condition))", node)
        }
        return .visitChildren
    }

    override func visit(_ node: SwitchExprSyntax) -> SyntaxVisitorContinueKind {
        let origin = origins.origin(of: node.subject)
        guard origin >= .size else { return .visitChildren }
        let bodies = node.cases.compactMap { $0.as(SwitchCaseSyntax.self)?.statements }
        let numbers = bodies.filter { $0.count == 1 && chooses($0) }
        if numbers.count > 1 { note(3, "chooses a value by \(short(node.subject))", node) }
        guard origin.isOfDomain else { return .visitChildren }
        if classes(node) != nil { note(3, "gives names by \(short(node.subject))", node) }
        let refusals = bodies.filter {
            Exit(of: $0) == .refusal && !isAboutInputOnly(node.subject, refusedIn: Syntax($0))
        }
        if !validations.contains(node.id), !refusals.isEmpty, bodies.contains(where: goesOn) {
            note(3, "refuses by \(short(node.subject))", node)
        }
        return .visitChildren
    }

    /// A case after which the handler goes on, or that asks a service: others only say what became of it.
    private func goesOn(_ statements: CodeBlockItemListSyntax) -> Bool {
        Exit(of: statements) == .none || Exit(of: statements) == .answer && asksService(statements)
    }

    override func visit(_ node: SubscriptCallExprSyntax) -> SyntaxVisitorContinueKind {
        guard let values = origins.table(node), !isShown(node),
            node.arguments.contains(where: { origins.origin(of: $0.expression) >= .size })
        else { return .visitChildren }
        let isName = values.allSatisfy(\.isLabel) && effects.effect(of: node) == .given
        if isName || values.allSatisfy(\.isNumber) { note(3, "looks up \(short(node))", node) }
        return .visitChildren
    }

    // MARK: Loops and calls

    override func visit(_ node: ForStmtSyntax) -> SyntaxVisitorContinueKind {
        if origins.origin(of: node.sequence).isOfDomain, asksService(node.body) {
            note(2, "asks a service for each of \(short(node.sequence))", node)
            if let condition = node.whereClause?.condition, isClassifying(condition) {
                note(2, "selects by \(short(condition))", condition)
            }
        }
        return .visitChildren
    }

    override func visit(_ node: FunctionCallExprSyntax) -> SyntaxVisitorContinueKind {
        guard let name = node.calleeName else { return .visitChildren }
        guard let receiver = node.receiver else {
            limits(node, name)
            return .visitChildren
        }
        if origins.answersAsService(receiver) {
            if isChange(name) { writes.append(Syntax(node)) }
            for argument in node.arguments where isDecision(argument.expression) {
                note(3, "decides \(short(argument.expression))", argument.expression)
            }
            return .visitChildren
        }
        let arguments = node.arguments.map { origins.origin(of: $0.expression) }.max() ?? .plain
        guard max(arguments, origins.origin(of: receiver)).isOfDomain, !makesText else {
            return .visitChildren
        }
        switch name {
        case "reduce":
            let isNumeric = node.arguments.first.map { $0.expression.isNumber || $0.label != nil }
            if isNumeric == true { note(3, "adds up \(short(receiver))", node) }
        case "min", "max":
            // Who is to get it: what is only looked at may be the first or the last.
            if !node.closures.isEmpty || node.argument("by") != nil,
                effects.effect(of: node) == .given
            {
                note(3, "chooses \(short(node))", node)
            }
        default: if isDate(node, name), !isShown(node) { note(3, "computes \(short(node))", node) }
        }
        return .visitChildren
    }

    /// A date that is moved, or the time between two: to take one apart is to show it.
    private func isDate(_ node: FunctionCallExprSyntax, _ name: String) -> Bool {
        switch name {
        case "addingTimeInterval", "timeIntervalSince", "addingReportingOverflow": true
        case "date": node.argument("byAdding") != nil
        case "dateComponents", "distance": node.argument("to") != nil
        default: false
        }
    }

    /// `isHot: thread.score > 50`, which a service is told.
    private func isDecision(_ node: ExprSyntax) -> Bool {
        node.bare.is(InfixOperatorExprSyntax.self) && isClassifying(node)
    }

    /// `min(order.total, 100)`.
    private func limits(_ node: FunctionCallExprSyntax, _ name: String) {
        guard ["min", "max"].contains(name), !makesText,
            node.arguments.contains(where: { origins.origin(of: $0.expression).isOfDomain }),
            !node.all(InfixOperatorExprSyntax.self).contains(where: { isText($0) })
        else { return }
        note(1, "limits \(short(node))", node)
    }

}
