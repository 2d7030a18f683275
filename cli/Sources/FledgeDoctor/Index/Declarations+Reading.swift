// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax

extension DeclModifierListSyntax {
    var arePrivate: Bool {
        contains { ["private", "fileprivate"].contains($0.name.text) }
    }

    var areStatic: Bool {
        contains { ["static", "class"].contains($0.name.text) }
    }
}

extension PatternBindingSyntax {
    /// `OrderService` of `let orders = OrderService(…)`.
    var madeType: String? {
        let call = initializer?.value.bare.as(FunctionCallExprSyntax.self)
        return call?.calleeName.flatMap { $0.first?.isUppercase == true ? $0 : nil }
    }

    /// Whether a value is kept: no accessor, or only observers.
    var isStored: Bool {
        switch accessorBlock?.accessors {
        case nil: true
        case .getter: false
        case .accessors(let list):
            list.allSatisfy { ["willSet", "didSet"].contains($0.accessorSpecifier.text) }
        }
    }
}

extension FunctionParameterClauseSyntax {
    var units: [ParameterUnit] {
        parameters.map { parameter in
            let name = parameter.secondName?.text ?? parameter.firstName.text
            let label = parameter.firstName.text
            return ParameterUnit(
                label: label == "_" ? nil : label, name: name.trimmingBackticks,
                type: parameter.type.trimmedDescription)
        }
    }
}

extension ClosureExprSyntax {
    var parameterUnits: [ParameterUnit] {
        switch signature?.parameterClause {
        case .simpleInput(let list):
            list.map { ParameterUnit(label: nil, name: $0.name.text, type: "") }
        case .parameterClause(let clause):
            clause.parameters.map {
                ParameterUnit(
                    label: nil, name: ($0.secondName ?? $0.firstName).text,
                    type: $0.type?.trimmedDescription ?? "")
            }
        case nil: []
        }
    }
}

extension String {
    /// The name of a raw identifier, or a name that is also a keyword.
    var trimmingBackticks: String {
        hasPrefix("`") && hasSuffix("`") && count > 1 ? String(dropFirst().dropLast()) : self
    }
}
