// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax

/// Branches for what may be given to a function and what neither a test nor another function gives:
/// `if let keys { app.use(KeyRequired(keys)) }` of `makeApp(keys: KeyService? = nil)`.
///
/// Only the program itself, in `main`, runs them.
struct IdleBranches {
    /// The labels that each function is given somewhere, by its name.
    private var given: [String: Set<String>] = [:]

    init(_ index: AppIndex, _ tests: TestIndex) {
        for (name, calls) in tests.calls {
            given[name, default: []].formUnion(calls.compactMap(\.labels).joined())
        }
        for (_, function) in index.functions where function.simpleName != "main" {
            for call in function.body.all(FunctionCallExprSyntax.self) {
                guard let name = call.calleeName else { continue }
                given[name, default: []].formUnion(call.arguments.compactMap(\.label?.text))
            }
        }
    }

    /// The bodies in a function that do not run.
    func bodies(in function: FunctionUnit) -> Set<SyntaxIdentifier> {
        guard let node = function.node.as(FunctionDeclSyntax.self) else { return [] }
        let labels = given[function.simpleName] ?? []
        let missing = node.signature.parameterClause.parameters.filter { parameter in
            parameter.defaultValue?.value.is(NilLiteralExprSyntax.self) == true
                && parameter.firstName.text != "_" && !labels.contains(parameter.firstName.text)
        }
        let names = Set(missing.map { ($0.secondName ?? $0.firstName).text })
        guard !names.isEmpty else { return [] }
        let branches = function.body.all(IfExprSyntax.self).filter { branch in
            branch.conditions.contains { condition in
                guard let binding = condition.condition.as(OptionalBindingConditionSyntax.self)
                else { return false }
                guard let value = binding.initializer?.value else {
                    return names.contains(binding.pattern.trimmedDescription)
                }
                return value.variableName.map(names.contains) ?? false
            }
        }
        return Set(branches.map(\.body.id))
    }
}
