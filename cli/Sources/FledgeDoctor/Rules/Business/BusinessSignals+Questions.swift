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

    /// Whether the number is only shown.
    func isForText(_ node: InfixOperatorExprSyntax) -> Bool {
        if makesText { return true }
        if ["+=", "-="].contains(node.operator.trimmedDescription),
            let sum = node.leftOperand.variableName, onlyInText.contains(sum)
        {
            return true
        }
        return isShown(Syntax(node))
    }

    /// Whether a value goes into a text, at once or by a name that is only shown.
    func isShown(_ node: Syntax) -> Bool {
        var current = node.parent
        while let parent = current, !parent.is(CodeBlockItemSyntax.self) {
            if parent.is(ExpressionSegmentSyntax.self) { return true }
            if let call = parent.as(FunctionCallExprSyntax.self),
                Self.shown.contains(call.calleeName ?? "")
            {
                return true
            }
            if let binding = parent.as(PatternBindingSyntax.self) {
                return onlyInText.contains(binding.pattern.trimmedDescription)
            }
            current = parent.parent
        }
        return false
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
        return origins.origin(of: subject) == .body
            && ["badRequest", "unprocessableContent", "unprocessableEntity"].contains(status)
    }

    /// "Forbidden" because of a number is a rule; because of a name it is about who asks.
    func isQuota(_ subject: ExprSyntax, _ node: some SyntaxProtocol) -> Bool {
        let body = node.as(GuardStmtSyntax.self)?.body ?? node.as(IfExprSyntax.self)?.body
        guard body.flatMap({ Exit.status(in: Syntax($0)) }) == "forbidden" else { return false }
        return comparesOrder(subject)
    }

    /// Whether something in it is compared by size: `order.total > 100`.
    func comparesOrder(_ subject: ExprSyntax) -> Bool {
        subject.all(InfixOperatorExprSyntax.self).contains {
            ["<", ">", "<=", ">="].contains($0.operator.trimmedDescription)
        }
    }

    /// The condition that looks at a value of the domain, when one does.
    func decided(by conditions: ConditionElementListSyntax) -> ExprSyntax? {
        for condition in conditions {
            guard let expression = condition.condition.as(ExprSyntax.self) else { continue }
            if origins.origin(of: expression) >= .size, !isFlag(expression) { return expression }
        }
        return nil
    }

    func isFlag(_ node: ExprSyntax) -> Bool {
        let text = node.trimmedDescription.lowercased()
        return ["flag", "feature", "settings", "config", "environment"].contains {
            text.contains($0)
        }
    }

    func asksService(_ block: CodeBlockSyntax) -> Bool {
        block.all(FunctionCallExprSyntax.self).contains {
            $0.receiver.map(origins.answersAsService) ?? false
        }
    }

    /// `fee = price / 2` in one branch, `fee = 0` in another.
    func isChoiceOfNumbers(_ node: some SyntaxProtocol) -> Bool {
        guard let body = node.as(IfExprSyntax.self)?.body else { return false }
        return body.statements.contains { statement in
            guard let infix = statement.item.as(InfixOperatorExprSyntax.self) else {
                return statement.item.as(ExprSyntax.self).map(isNumber) ?? false
            }
            // `cents -= 500`; to add one is to count.
            if ["+=", "-=", "*=", "/="].contains(infix.operator.trimmedDescription) {
                return isMeaningful(infix.rightOperand)
                    && !(infix.leftOperand.variableName.map(onlyInText.contains) ?? false)
            }
            guard infix.operator.is(AssignmentExprSyntax.self) else { return false }
            return isNumber(infix.rightOperand) || isDomainNumber(infix.rightOperand)
        }
    }

    func isNumber(_ node: ExprSyntax) -> Bool {
        let bare = node.bare
        if let prefix = bare.as(PrefixOperatorExprSyntax.self) {
            return isNumber(prefix.expression)
        }
        return bare.is(IntegerLiteralExprSyntax.self) || bare.is(FloatLiteralExprSyntax.self)
    }

    func isDomainNumber(_ node: ExprSyntax) -> Bool {
        node.bare.is(MemberAccessExprSyntax.self) && origins.origin(of: node).isOfDomain
    }

    func isForText(_ node: TernaryExprSyntax) -> Bool {
        if makesText || node.ancestor(ExpressionSegmentSyntax.self) != nil { return true }
        let binding = node.parent?.parent?.as(PatternBindingSyntax.self)
        return binding.map { onlyInText.contains($0.pattern.trimmedDescription) } ?? false
    }

    func chooses(_ statements: CodeBlockItemListSyntax) -> Bool {
        guard let item = statements.first?.item else { return false }
        if let expression = item.as(ExprSyntax.self), isNumber(expression) { return true }
        if let infix = item.as(InfixOperatorExprSyntax.self) { return isNumber(infix.rightOperand) }
        if let result = item.as(ReturnStmtSyntax.self)?.expression { return isNumber(result) }
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
        "pageindex", "per", "pages", "pagecount", "totalpages",
    ]

    private static let countWords: Set<String> = [
        "total", "count", "last", "first", "start", "end", "number", "index", "shown", "rest",
        "totalcount", "lowerbound", "upperbound", "length", "current", "next", "previous",
    ]

    /// How much a computation weighs, by where it stands.
    func arithmeticWeight(_ node: InfixOperatorExprSyntax, _ text: String) -> Int {
        let list = node.ancestor(LabeledExprListSyntax.self)?.parent
        if list?.is(SubscriptCallExprSyntax.self) == true || isConversion(node, text)
            || isParts(ExprSyntax(node))
        {
            return 1
        }
        // One figure more in the answer, made of two that are there.
        let isInAnswer =
            node.ancestor(ReturnStmtSyntax.self) != nil
            && node.ancestor(ClosureExprSyntax.self) == nil
        return isInAnswer && ["+", "-"].contains(text) ? 2 : 3
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
        else { return false }
        let formula = node.trimmedDescription.filter { !$0.isWhitespace }
        if ["*9/5+32", "*1.8+32"].contains(where: formula.hasSuffix) { return true }
        guard ["*", "/", "%"].contains(text) else { return false }
        let units = [
            "10", "100", "1000", "1_000", "10_000", "1000000", "1_000_000", "60", "3600", "3_600",
            "86400", "86_400", "1440", "24", "1024", "1e3", "1e6",
        ]
        let factor = node.rightOperand.bare.trimmedDescription
        return units.contains(factor.hasSuffix(".0") ? String(factor.dropLast(2)) : factor)
    }
}
