// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax

/// Checks that stand somewhere else than where they are asked: under a name, in a helper of the routes.
extension ValidationReader {
    /// Reads what a name stands for, unless that is being read.
    func follow(_ name: String, _ read: () -> Void) {
        guard following.insert(name).inserted else { return }
        defer { following.remove(name) }
        read()
    }

    /// `let fits = body.name.count < 80`, of this function.
    func meaning(of name: String) -> ExprSyntax? {
        inputs.subject(named: name) ? nil : constant(name, in: function.body)
    }

    /// The value of a constant of the function, its type or its file.
    func value(of name: String) -> ExprSyntax? {
        constant(name, in: function.body) ?? constant(name, in: function.body.root)
    }

    private func constant(_ name: String, in node: Syntax) -> ExprSyntax? {
        let fixed = node.all(PatternBindingSyntax.self).filter {
            $0.parent?.parent?.as(VariableDeclSyntax.self)?.bindingSpecifier.text == "let"
        }
        return fixed.first { $0.pattern.trimmedDescription == name }?.initializer?.value
            ?? fixed.compactMap { part(name, of: $0) }.first
    }

    /// The value of one of the names in `let (lowest, highest) = (1, 4)`.
    private func part(_ name: String, of binding: PatternBindingSyntax) -> ExprSyntax? {
        guard let names = binding.pattern.as(TuplePatternSyntax.self)?.elements,
            let values = binding.initializer?.value.as(TupleExprSyntax.self)?.elements,
            names.count == values.count
        else { return nil }
        return zip(names, values).first { $0.0.pattern.trimmedDescription == name }?.1.expression
    }

    // MARK: Helpers

    /// The function beside the routes that a call means.
    func helper(_ call: FunctionCallExprSyntax) -> FunctionUnit? {
        guard let name = call.calleeName, name.first?.isLowercase == true else { return nil }
        let owners: [String?]
        switch call.receiver?.trimmedDescription {
        case nil, "self", "Self": owners = [function.owner, nil]
        case let type? where type.first?.isUppercase == true:
            // `Bounds(1, 4).hold(body.voice)`
            owners = [call.receiver?.bare.as(FunctionCallExprSyntax.self)?.calleeName ?? type]
        default: return nil
        }
        return index.functions.first { _, unit in
            unit.simpleName == name && unit.kind == .function && !unit.isHandler
                && unit.layer == .routes && owners.contains(unit.owner)
                && unit.parameters.count >= call.arguments.count
        }?.function
    }

    /// A helper in which nothing is found by itself: it stands in a file that has no handlers, or does not
    /// know the bounds that it is given.
    func distant(_ call: FunctionCallExprSyntax) -> FunctionUnit? {
        guard let unit = helper(call), !following.contains(unit.name),
            let file = index.functions.first(where: { $0.function.node.id == unit.node.id })?.file
        else { return nil }
        let isLookedAt =
            file.functions.contains(where: \.isHandler)
            || unit.owner != nil && unit.owner == function.owner
        return isLookedAt && !reads(unit).isEmpty ? nil : unit
    }

    /// What is found in a function by itself.
    func reads(_ unit: FunctionUnit) -> [Check] {
        let reader = ValidationReader(of: unit, index, following: following.union([unit.name]))
        reader.walk(unit.body)
        return reader.checks
    }

    /// A helper that says whether a value is right: `guard isName(body.name)`.
    func verdict(
        of unit: FunctionUnit, _ call: FunctionCallExprSyntax, _ statement: Syntax, _ isRule: Bool
    ) {
        guard unit.returnType.map(TypeText.core) == "Bool", !following.contains(unit.name) else {
            return
        }
        let reader = ValidationReader(
            of: unit, index, following: following.union([unit.name]), given: fixed(unit, call))
        note(reader.verdict(isRule), of: unit, call, statement)
    }

    /// Notes checks of a function as those of what it is given.
    func note(
        _ checks: [Check], of unit: FunctionUnit, _ call: FunctionCallExprSyntax,
        _ statement: Syntax
    ) {
        let arguments = call.arguments.map(\.expression)
        for check in checks {
            let position = unit.parameters.firstIndex { $0.name == check.subject }
            if let position {
                guard arguments.indices.contains(position),
                    let text = subject(arguments[position])
                else { continue }
                note(statement, text, check.constraint)
            } else if arguments.isEmpty || arguments.contains(where: { subject($0) != nil }) {
                note(statement, check.subject, check.constraint)
            }
        }
    }

    /// What the answers of this helper, which says whether something holds, depend on.
    private func verdict(_ isRule: Bool) -> [Check] {
        collected {
            let list =
                function.body.as(CodeBlockItemListSyntax.self)
                ?? function.body.as(CodeBlockSyntax.self)?.statements
            for item in list ?? [] {
                if let answer = item.item.as(ExprSyntax.self)
                    ?? item.item.as(ReturnStmtSyntax.self)?.expression
                {
                    read(answer, Syntax(item), isRule)
                } else if let branch = item.item.as(GuardStmtSyntax.self), answers(branch.body) {
                    read(branch.conditions, Syntax(branch), isRule: isRule)
                }
            }
        }
    }

    /// Whether a branch answers no: `else { return false }`.
    private func answers(_ block: CodeBlockSyntax) -> Bool {
        block.statements.last?.item.as(ReturnStmtSyntax.self)?.expression?.trimmedDescription
            == "false"
    }

    /// What a property that the routes have given to texts or numbers asks: `body.name.looksRight`.
    func ownQuestion(_ member: MemberAccessExprSyntax) -> String? {
        let name = member.declName.baseName.text
        for (file, unit) in index.functions
        where unit.kind == .accessor && unit.simpleName == name {
            guard let owner = unit.owner, TypeText.scalars.contains(owner),
                unit.returnType == "Bool",
                file.functions.contains(where: \.isHandler)
            else { continue }
            return ["String", "Substring"].contains(owner) ? ".pattern(…)" : ".range(…)"
        }
        return nil
    }

    /// The same of a function, which is given what is fixed: `body.voice.isIn(1...4)`.
    func ownQuestion(
        _ call: FunctionCallExprSyntax, _ receiver: ExprSyntax
    ) -> (String, String)? {
        guard let name = call.calleeName, let (text, constraint) = measured(receiver, "<"),
            call.arguments.allSatisfy({ isFixed($0.expression) })
        else { return nil }
        let unit = index.functions.first { file, unit in
            unit.kind == .function && unit.simpleName == name && unit.returnType == "Bool"
                && unit.owner.map(TypeText.scalars.contains) == true
                && file.functions.contains(where: \.isHandler)
        }?.function
        guard let unit else { return nil }
        let isText = ["String", "Substring"].contains(unit.owner ?? "")
        return (text, isText ? ".pattern(…)" : constraint)
    }

    /// What a call insists on: `ensure(body.voice > 0, else: .badRequest)`.
    func required(by call: FunctionCallExprSyntax) -> ExprSyntax? {
        guard call.receiver == nil || call.receiver?.trimmedDescription == "self",
            let condition = call.arguments.first?.expression,
            call.calleeName?.first?.isLowercase == true
        else { return nil }
        let others = call.arguments.dropFirst().map(\.expression)
        if others.contains(where: Refusals.isRefusal) { return condition }
        guard let unit = helper(call), let first = unit.parameters.first,
            TypeText.core(first.type) == "Bool"
        else { return nil }
        return Refusals(unit.body).complaints.contains(first.name) ? condition : nil
    }
}
