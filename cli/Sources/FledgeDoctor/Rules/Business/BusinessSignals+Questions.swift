// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax

/// What is asked about an expression or a branch before it counts.
extension BusinessSignals {
    /// Whether texts or lists are put together.
    func isText(_ node: InfixOperatorExprSyntax) -> Bool {
        let parts = node.all(InfixOperatorExprSyntax.self).flatMap {
            [$0.leftOperand, $0.rightOperand]
        }
        return parts.contains { part in
            let bare = part.bare
            if bare.is(StringLiteralExprSyntax.self) || bare.is(ArrayExprSyntax.self) {
                return true
            }
            return bare.as(FunctionCallExprSyntax.self)?.calleeName == "String"
        } || node.leftOperand.variableName.map(origins.holdsText) ?? false
    }

    /// Whether the number is only shown, bounds the work or is about the web.
    func isShown(_ node: some SyntaxProtocol) -> Bool {
        makesText || effects.effect(of: node) <= .routine
    }

    /// Whether the sum that something is added to is only shown.
    private func isShownSum(_ target: ExprSyntax) -> Bool {
        target.variableName.map { effects.effect(ofName: $0) <= .shown } ?? false
    }

    /// A check of the input alone that is answered as bad input: no constraint may be able to say it.
    func isAboutInputOnly(_ subject: ExprSyntax, _ node: some SyntaxProtocol) -> Bool {
        let body = node.as(GuardStmtSyntax.self)?.body ?? node.as(IfExprSyntax.self)?.body
        return body.map { isAboutInputOnly(subject, refusedIn: Syntax($0)) } ?? false
    }

    func isAboutInputOnly(_ subject: ExprSyntax, refusedIn body: Syntax) -> Bool {
        let status = Exit.status(in: body) ?? ""
        // The size of a file that was read: nothing else is told by this status.
        if ["contentTooLarge", "payloadTooLarge"].contains(status) { return true }
        return origins.isSent(subject)
            && ["badRequest", "unprocessableContent", "unprocessableEntity"].contains(status)
    }

    /// "Forbidden" or "gone" because of a number is a rule; because of a name it is about who asks.
    func isQuota(_ conditions: ConditionElementListSyntax, _ node: some SyntaxProtocol) -> Bool {
        let body = node.as(GuardStmtSyntax.self)?.body ?? node.as(IfExprSyntax.self)?.body
        let compared = conditions.filter { comparesOrder($0) }
        switch body.flatMap({ Exit.status(in: Syntax($0)) }) {
        case "forbidden": return !compared.isEmpty
        // That a link has expired is how it is shown.
        case "gone":
            return compared.contains { item in
                item.condition.as(ExprSyntax.self).map(isClassifying) ?? false
                    && !item.all(ExprSyntax.self).contains(where: origins.isNow)
            }
        default: return false
        }
    }

    /// Whether something in it is compared by size: `order.total > 100`, `missed.count == 3`.
    func comparesOrder(_ subject: some SyntaxProtocol) -> Bool {
        subject.all(InfixOperatorExprSyntax.self).contains {
            let text = $0.operator.trimmedDescription
            return ["<", ">", "<=", ">="].contains(text)
                || ["==", "!="].contains(text) && $0.rightOperand.isMeaningful
                    && $0.rightOperand.isNumber
        }
    }

    /// The condition that looks at a value of the domain, when one does: best one that compares sizes.
    func decided(by conditions: ConditionElementListSyntax) -> ExprSyntax? {
        let found = conditions.compactMap(decision)
        return found.first(where: comparesOrder) ?? found.first
    }

    private func decision(_ condition: ConditionElementSyntax) -> ExprSyntax? {
        // `guard case .asked = leave.state`
        if let state = condition.condition.as(MatchingPatternConditionSyntax.self)?.initializer
            .value
        {
            let isState = state.bare.is(MemberAccessExprSyntax.self)
            return isState && origins.origin(of: state).isOfDomain ? state : nil
        }
        guard let expression = condition.condition.as(ExprSyntax.self),
            origins.origin(of: expression) >= .size, !isFlag(expression), !isOutcome(expression)
        else { return nil }
        return expression
    }

    /// `try await slots.release(id)` and `result == .taken`: the service has decided, and the handler says it.
    private func isOutcome(_ node: ExprSyntax) -> Bool {
        let node = node.bare
        if let prefix = node.as(PrefixOperatorExprSyntax.self) {
            return isOutcome(prefix.expression)
        }
        guard let infix = node.as(InfixOperatorExprSyntax.self) else {
            return origins.isResult(node)
        }
        return ["==", "!="].contains(infix.operator.trimmedDescription)
            && origins.isResult(infix.leftOperand) && infix.rightOperand.isLabel
    }

    func isFlag(_ node: ExprSyntax) -> Bool {
        let text = node.trimmedDescription.lowercased()
        return ["flag", "feature", "settings", "config", "environment"].contains {
            text.contains($0)
        }
    }

    func asksService(_ block: some SyntaxProtocol) -> Bool {
        block.all(FunctionCallExprSyntax.self).contains {
            $0.receiver.map(origins.answersAsService) ?? false
        }
    }

    /// `fee = price / 2` in one branch, `fee = 0` in another.
    func isChoiceOfNumbers(_ node: some SyntaxProtocol) -> Bool {
        guard let choice = node.as(IfExprSyntax.self) else { return false }
        return choice.body.statements.contains { statement in
            guard let infix = statement.item.as(InfixOperatorExprSyntax.self) else {
                return statement.item.as(ExprSyntax.self).map(\.isNumber) ?? false
            }
            // `cents -= 500`; to add one is to count.
            if ["+=", "-=", "*=", "/="].contains(infix.operator.trimmedDescription) {
                return infix.rightOperand.isMeaningful
                    && !isShownSum(infix.leftOperand)
            }
            guard infix.operator.is(AssignmentExprSyntax.self), !remembers(infix, choice) else {
                return false
            }
            return infix.rightOperand.isNumber || isDomainNumber(infix.rightOperand)
        }
    }

    /// Whether a branch keeps what it has just seen to be another, to see the next change:
    /// `if stop.day != day { day = stop.day }`.
    private func remembers(_ assignment: InfixOperatorExprSyntax, _ choice: IfExprSyntax) -> Bool {
        let sides = [assignment.leftOperand, assignment.rightOperand].map(\.trimmedDescription)
        return choice.conditions.all(InfixOperatorExprSyntax.self).contains {
            $0.operator.trimmedDescription == "!="
                && Set([$0.leftOperand, $0.rightOperand].map(\.trimmedDescription)) == Set(sides)
        }
    }

    func isDomainNumber(_ node: ExprSyntax) -> Bool {
        node.bare.is(MemberAccessExprSyntax.self) && origins.origin(of: node).isOfDomain
    }

    func chooses(_ statements: CodeBlockItemListSyntax) -> Bool {
        guard let item = statements.first?.item else { return false }
        if let expression = item.as(ExprSyntax.self), expression.isNumber { return true }
        if let infix = item.as(InfixOperatorExprSyntax.self) { return infix.rightOperand.isNumber }
        if let result = item.as(ReturnStmtSyntax.self)?.expression { return result.isNumber }
        return false
    }

    func isChange(_ name: String) -> Bool {
        let words = [
            "save", "update", "insert", "delete", "remove", "create", "add", "set", "send",
            "charge",
            "refund", "cancel", "confirm", "mark", "place", "publish", "notify", "record",
            "reserve",
            "release", "take", "restock", "transfer", "debit", "credit", "assign", "append", "put",
        ]
        return words.contains { name.lowercased().hasPrefix($0) }
    }

    func isExit(_ node: IfExprSyntax) -> Bool {
        Exit(of: node.body.statements) == .routine || Exit(of: node.body.statements) == .refusal
    }

    /// Which page of a list is shown, and how many there are: `(total + size - 1) / size`.
    func isPaging(_ node: InfixOperatorExprSyntax) -> Bool {
        let names = Self.lastNames(Syntax(node))
        guard !names.isDisjoint(with: Self.pageWords) else { return false }
        return names.isSubset(of: Self.pageWords.union(Self.countWords))
    }

    /// The names in an expression, of a path of members only the last.
    private static func lastNames(_ node: Syntax) -> Set<String> {
        var names: Set<String> = []
        for reference in node.all(DeclReferenceExprSyntax.self) {
            if let member = reference.parent?.as(MemberAccessExprSyntax.self),
                member.base?.id == ExprSyntax(reference).id
            {
                continue
            }
            let name = reference.baseName.text
            if !["Int", "Double", "min", "max", "ceil", "rounded", "quotientAndRemainder"].contains(
                name)
            {
                names.insert(name.lowercased())
            }
        }
        return names
    }

    private static let pageWords: Set<String> = [
        "page", "size", "limit", "offset", "perpage", "pagesize", "skip", "take", "pagenumber",
        "pageindex", "per", "pages", "pagecount", "totalpages", "chunk", "chunksize", "batch",
    ]

    private static let countWords: Set<String> = [
        "total", "count", "last", "first", "start", "end", "number", "index", "shown", "rest",
        "totalcount", "lowerbound", "upperbound", "length", "current", "next", "previous", "suffix",
    ]

    /// How much a computation weighs, by where it stands.
    func arithmeticWeight(_ node: InfixOperatorExprSyntax, _ text: String) -> Int {
        let list = node.ancestor(LabeledExprListSyntax.self)?.parent
        if list?.is(SubscriptCallExprSyntax.self) == true || isConversion(node, text)
            || isParts(ExprSyntax(node)) || isCount(node, text)
        {
            return 1
        }
        // One figure more in the answer, made of two that are there.
        let isSum =
            ["+", "-"].contains(text) && !node.leftOperand.is(InfixOperatorExprSyntax.self)
            && ![node.leftOperand, node.rightOperand].contains(where: \.isMeaningful)
        return isSum && effects.effect(of: node) == .answered ? 2 : 3
    }

    /// To add one is to count.
    private func isCount(_ node: InfixOperatorExprSyntax, _ text: String) -> Bool {
        ["+", "-"].contains(text) && node.rightOperand.bare.trimmedDescription == "1"
            && !node.leftOperand.bare.is(InfixOperatorExprSyntax.self)
    }

    /// Minutes, hours and days of a time, bytes of a size: `start / 60 % 24`.
    private func isParts(_ node: ExprSyntax) -> Bool {
        guard let infix = node.bare.as(InfixOperatorExprSyntax.self) else {
            return !node.bare.is(FunctionCallExprSyntax.self)
        }
        let units = ["24", "60", "1024", "1440", "3600", "86400", "1048576"]
        let factor = infix.rightOperand.bare.trimmedDescription.filter { $0 != "_" }
        return ["/", "%"].contains(infix.operator.trimmedDescription) && units.contains(factor)
            && isParts(infix.leftOperand)
    }

    /// Another unit for the answer, given on at once: `Reading(celsius: Double(tenths) / 10)`.
    private func isConversion(_ node: InfixOperatorExprSyntax, _ text: String) -> Bool {
        guard
            node.parent?.is(LabeledExprSyntax.self) == true
                || node.parent?.is(DictionaryElementSyntax.self) == true
                || node.parent?.as(InfixOperatorExprSyntax.self)?.operator.is(
                    AssignmentExprSyntax.self) == true
        else { return false }
        let formula = node.trimmedDescription.filter { !$0.isWhitespace }
        if ["*9/5+32", "*1.8+32"].contains(where: formula.hasSuffix) { return true }
        // `cents * percent / 100` is a part of something, in the same unit.
        guard ["*", "/", "%"].contains(text),
            node.leftOperand.all(InfixOperatorExprSyntax.self).isEmpty
        else { return false }
        let units = [
            "10", "100", "1000", "1_000", "10_000", "1000000", "1_000_000", "60", "3600", "3_600",
            "86400", "86_400", "1440", "24", "1024", "1e3", "1e6",
        ]
        let factor = node.rightOperand.bare.trimmedDescription
        return units.contains(factor.hasSuffix(".0") ? String(factor.dropLast(2)) : factor)
    }
}
