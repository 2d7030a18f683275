// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax

/// Follows values through a function: which of its names hold something of the domain.
struct Origins {
    private var names: [String: Origin] = [:]
    /// The names that hold what the time is.
    private var clocks: Set<String> = ["now", "today"]
    /// The names that hold how many there are of what the client sent.
    private var sentSizes: Set<String> = []
    /// The names that hold just what a service answered.
    private var results: Set<String> = []
    private let scope: Scope
    private let index: AppIndex
    private let function: FunctionUnit

    init(_ function: FunctionUnit, _ index: AppIndex) {
        self.function = function
        self.index = index
        scope = Scope(function, index)
        for parameter in function.parameters {
            names[parameter.name] = origin(of: parameter)
        }
        for node in function.body.children(viewMode: .sourceAccurate) { note(node) }
        if function.body.is(CodeBlockItemListSyntax.self) == false { note(function.body) }
    }

    subscript(name: String) -> Origin { names[name] ?? .plain }

    private func origin(of parameter: ParameterUnit) -> Origin {
        let type = TypeText.core(parameter.type)
        if parameter.name == "body" || parameter.label == "body" { return .body }
        if index.types[type] == nil,
            KnownNames.webTypes.contains(type) || KnownNames.webWords.contains(type)
        {
            return .web
        }
        if parameter.name == "request" || parameter.name == "req" { return .web }
        if isService(type) { return .plain }
        // What a handler's helper is given comes from the handler.
        if !function.isHandler { return type == "String" ? .input : .domain }
        if TypeText.isScalar(type) || type.isEmpty { return .input }
        if parameter.label == "query" || type.hasSuffix("ID") { return .input }
        // Who asks: `requester: Requester`. That they may is for the handler to see to.
        return .input
    }

    /// Whether it is a property of who asks: `member.years` of `member: Member`.
    func isOfRequester(_ node: ExprSyntax) -> Bool {
        guard function.isHandler, let path = node.memberPath, path.count > 1,
            let parameter = function.parameters.first(where: { $0.name == path[0] })
        else { return false }
        let type = TypeText.core(parameter.type)
        return parameter.label != "query" && index.types[type] != nil
            && origin(of: parameter) == .input
    }

    private func isService(_ type: String) -> Bool {
        if type == "Services" || KnownNames.databaseTypes.contains(type) { return true }
        if index.isService(type) || type.hasSuffix("Services") { return true }
        return type.hasSuffix(of: KnownNames.storeSuffixes)
    }

    /// Whether a variable holds a text, as far as is known.
    func holdsText(_ name: String) -> Bool {
        let type = scope.type(named: name).map(TypeText.core) ?? ""
        return type == "String" || type.hasPrefix("[")
    }

    /// Whether it is the time of the request, or one before or after it: `Date()`, `clock.now()`, `now ?? .now`.
    func isNow(_ node: ExprSyntax) -> Bool {
        let node = node.bare
        if let name = node.variableName { return clocks.contains(name) }
        if let member = node.as(MemberAccessExprSyntax.self) {
            return member.declName.baseName.text == "now"
        }
        if let infix = node.as(InfixOperatorExprSyntax.self) {
            return infix.operator.trimmedDescription == "??" && isNow(infix.rightOperand)
        }
        guard let call = node.as(FunctionCallExprSyntax.self) else { return false }
        // `Date().addingTimeInterval(-3600)`, `calendar.date(byAdding: .day, value: -7, to: .now)`.
        if call.receiver.map(isNow) == true || call.argument("to").map(isNow) == true {
            return true
        }
        return call.calleeName == "now" || call.calleeName == "Date" && call.arguments.isEmpty
    }

    /// Whether it is what a service answered, and not a part of it.
    func isResult(_ node: ExprSyntax) -> Bool {
        let node = node.bare
        if let name = node.variableName { return results.contains(name) }
        guard let call = node.as(FunctionCallExprSyntax.self) else { return false }
        return call.receiver.map(answersAsService) ?? false
    }

    /// Whether nothing but what the client sent is in it, and how many there are of that.
    func isSent(_ node: ExprSyntax) -> Bool {
        if origin(of: node) == .body { return true }
        guard origin(of: node) == .size else { return false }
        let names = node.all(DeclReferenceExprSyntax.self).map(\.baseName.text)
        let values = names.filter { self[$0] >= .size }
        return !values.isEmpty && values.allSatisfy { self[$0] == .body || sentSizes.contains($0) }
    }

    /// What is looked up in a list or a dictionary that stands in the text.
    func table(_ node: SubscriptCallExprSyntax) -> [ExprSyntax]? {
        Tables.values(of: node.calledExpression, index)
    }

    // MARK: Statements

    private mutating func note(_ node: Syntax) {
        if let binding = node.as(PatternBindingSyntax.self), let value = binding.initializer?.value
        {
            bind(binding.pattern, origin(of: value))
            if origin(of: value) == .size, isSent(value) {
                sentSizes.insert(binding.pattern.trimmedDescription)
            }
            if isNow(value) { clocks.insert(binding.pattern.trimmedDescription) }
            if isResult(value) { results.insert(binding.pattern.trimmedDescription) }
        } else if let condition = node.as(OptionalBindingConditionSyntax.self) {
            if let value = condition.initializer?.value {
                bind(condition.pattern, origin(of: value))
            }
        } else if let loop = node.as(ForStmtSyntax.self) {
            bind(loop.pattern, origin(of: loop.sequence))
        } else if let matching = node.as(MatchingPatternConditionSyntax.self) {
            bindAll(matching.pattern, origin(of: matching.initializer.value))
        } else if let closure = node.as(ClosureExprSyntax.self) {
            note(closure)
        } else if let assignment = node.as(InfixOperatorExprSyntax.self),
            assignment.operator.is(AssignmentExprSyntax.self),
            let name = assignment.leftOperand.variableName
        {
            names[name] = max(self[name], origin(of: assignment.rightOperand))
        } else if let switched = node.as(SwitchExprSyntax.self) {
            let value = origin(of: switched.subject)
            for label in switched.cases.compactMap({ $0.as(SwitchCaseSyntax.self)?.label }) {
                bindAll(label, value)
            }
        }
        for child in node.children(viewMode: .sourceAccurate) { note(child) }
    }

    /// The parameters of `orders.map { order in … }` are elements of what it is called on.
    private mutating func note(_ closure: ClosureExprSyntax) {
        guard let call = closure.ancestor(FunctionCallExprSyntax.self),
            call.closures.contains(where: { $0.id == closure.id }), let receiver = call.receiver
        else { return }
        let value = origin(of: receiver)
        for parameter in closure.parameterUnits where names[parameter.name] == nil {
            names[parameter.name] = value
        }
    }

    private mutating func bind(_ pattern: PatternSyntax, _ origin: Origin) {
        if let name = pattern.as(IdentifierPatternSyntax.self)?.identifier.text {
            names[name] = origin
        } else {
            bindAll(pattern, origin)
        }
    }

    private mutating func bindAll(_ node: some SyntaxProtocol, _ origin: Origin) {
        for name in node.all(IdentifierPatternSyntax.self) { names[name.identifier.text] = origin }
    }

    // MARK: Expressions

    func origin(of expression: ExprSyntax) -> Origin {
        let node = expression.bare
        if let name = node.as(DeclReferenceExprSyntax.self)?.baseName.text {
            return origin(named: name, node)
        }
        if let member = node.as(MemberAccessExprSyntax.self) { return origin(of: member) }
        if let call = node.as(FunctionCallExprSyntax.self) { return origin(of: call) }
        if let infix = node.as(InfixOperatorExprSyntax.self) {
            return max(origin(of: infix.leftOperand), origin(of: infix.rightOperand))
        }
        if let ternary = node.as(TernaryExprSyntax.self) {
            return max(origin(of: ternary.thenExpression), origin(of: ternary.elseExpression))
        }
        if let prefix = node.as(PrefixOperatorExprSyntax.self) {
            return origin(of: prefix.expression)
        }
        if let element = node.as(SubscriptCallExprSyntax.self) {
            let called = origin(of: element.calledExpression)
            return table(element) == nil ? called : max(called, origin(of: element.arguments))
        }
        if let tuple = node.as(TupleExprSyntax.self) {
            return tuple.elements.map { origin(of: $0.expression) }.max() ?? .plain
        }
        if let list = node.as(ArrayExprSyntax.self) {
            return list.elements.map { origin(of: $0.expression) }.max() ?? .plain
        }
        if let cast = node.as(AsExprSyntax.self) { return origin(of: cast.expression) }
        return .plain
    }

    private func origin(named name: String, _ node: ExprSyntax) -> Origin {
        if !name.hasPrefix("$"), let origin = names[name] { return origin }
        if name == "self" { return isOwn(function) ? .domain : .plain }
        guard name.hasPrefix("$") else { return isOwnValue(name) ? .domain : .plain }
        guard let closure = node.ancestor(ClosureExprSyntax.self),
            let call = closure.ancestor(FunctionCallExprSyntax.self), let receiver = call.receiver
        else { return .plain }
        return origin(of: receiver)
    }

    /// A property of the value that an extension is of: `dueDays` in `extension Loan { … }`.
    private func isOwnValue(_ name: String) -> Bool {
        guard let owner = function.owner, isOwn(function) else { return false }
        return index.properties(of: owner).contains {
            $0.name == name && $0.isStored && !$0.isStatic
        }
    }

    /// Whether a function says something of a value of the domain, in an extension of it.
    private func isOwn(_ function: FunctionUnit) -> Bool {
        !function.isHandler && function.owner.map(isValue) ?? false
    }

    private func isValue(_ type: String) -> Bool {
        [.services, .routes].contains(index.layer(of: type)) && !isService(type)
            && !(index.declaration(of: type).map { $0.isRoute || $0.isController } ?? true)
            && index.declaration(of: type).map { [.struct, .class, .enum].contains($0.kind) }
                ?? false
    }

    private func origin(of member: MemberAccessExprSyntax) -> Origin {
        guard let base = member.base else { return .plain }
        let name = member.declName.baseName.text
        if base.trimmedDescription == "self" { return isOwnValue(name) ? .domain : .plain }
        // How many rows a statement changed says whether there is one.
        if ["changes", "affectedRows", "rowsAffected"].contains(name) { return .plain }
        // `pool.people`, which a service keeps.
        if let type = scope.type(of: base).map(TypeText.core), index.isService(type),
            let kept = index.propertyType(type, name), !isService(TypeText.core(kept))
        {
            return name == "count" ? .size : .domain
        }
        let origin = origin(of: base)
        if origin.isOfDomain, ["count", "isEmpty"].contains(name) { return .size }
        return origin
    }

    private func origin(of call: FunctionCallExprSyntax) -> Origin {
        let arguments = origin(of: call.arguments)
        guard let receiver = call.receiver else { return origin(ofFree: call, arguments) }
        let name = call.calleeName ?? ""
        if answersAsService(receiver) {
            // `sessions.now()` is the time.
            return name == "now" ? .plain : .domain
        }
        let base = origin(of: receiver)
        if ["json", "form", "decode", "read"].contains(name), isRequest(receiver) { return .body }
        if base.isOfDomain, ["count", "isEmpty"].contains(name) { return .size }
        if receiver.variableName?.first?.isUppercase == true, receiver.variableName != "Self" {
            return constructed(arguments, receiver.variableName ?? "")
        }
        return isAboutArguments(name, receiver) ? max(base, arguments) : base
    }

    private func origin(of arguments: LabeledExprListSyntax) -> Origin {
        arguments.map { origin(of: $0.expression) }.max() ?? .plain
    }

    /// `(18...65).contains(member.age)`, and what a calendar makes of a date.
    private func isAboutArguments(_ name: String, _ receiver: ExprSyntax) -> Bool {
        if name == "contains" { return true }
        return receiver.memberPath?.contains { $0.lowercased().hasSuffix("calendar") } ?? false
    }

    private func origin(ofFree call: FunctionCallExprSyntax, _ arguments: Origin) -> Origin {
        guard let name = call.calleeName else { return .plain }
        if name.first?.isUppercase == true { return constructed(arguments, name) }
        if ["min", "max", "abs", "zip", "stride"].contains(name) { return arguments }
        // Another function of the same type: what it makes of values of the domain is one.
        return arguments
    }

    /// `Int(order.total)` is still of the domain; `OrderView(order)` is an answer.
    private func constructed(_ arguments: Origin, _ type: String) -> Origin {
        if TypeText.scalars.contains(type) && type != "String" { return arguments }
        if Self.containers.contains(type) { return arguments }
        return index.layer(of: type) == .services && arguments.isOfDomain ? arguments : .plain
    }

    private static let containers: Set<String> = [
        "Array", "Set", "Dictionary", "Optional", "Decimal", "DateComponents", "DateInterval",
    ]

    private func isRequest(_ node: ExprSyntax) -> Bool {
        node.variableName.map { ["request", "req"].contains($0) || self[$0] == .web } ?? false
    }

    /// Whether a call on it asks a service or a store.
    func answersAsService(_ node: ExprSyntax) -> Bool {
        // `Approvals.pending(in: ledger)`, of a namespace of rules.
        if let name = node.variableName, name.first?.isUppercase == true, index.isService(name) {
            return true
        }
        if let type = scope.type(of: node).map(TypeText.core) {
            if isService(type) { return true }
            if TypeText.isScalar(type) || index.declaration(of: type)?.isSchema == true {
                return false
            }
            if let kind = index.declaration(of: type)?.kind, kind == .protocol || kind == .actor {
                return index.layer(of: type) == .services || index.layer(of: type) == .database
            }
        }
        let path = node.memberPath ?? []
        if path.count > 1, path[path.count - 2].lowercased().hasSuffix("services") { return true }
        guard let last = path.last else { return false }
        return ["service", "store", "repository", "database", "db"].contains {
            last.lowercased().hasSuffix($0)
        }
    }
}
