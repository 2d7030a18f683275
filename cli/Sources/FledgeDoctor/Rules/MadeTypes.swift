// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax

/// Which types are made in what tests reach.
///
/// A test that hands over its own mailer does not try the real one, though both are called by the name of
/// their protocol.
struct MadeTypes {
    private(set) var names: Set<String> = []
    private var doubled: Set<String> = []
    /// The types that are made for a property, or a parameter, that is not given: by type or function.
    private var defaults: [String: [(label: String, made: Set<String>)]] = [:]

    init(_ index: AppIndex, _ tests: TestIndex) {
        for units in index.testTypes.values {
            for parent in units.flatMap(\.inherited).map(TypeText.last)
            where index.declaration(of: parent)?.kind == .protocol {
                doubled.insert(parent)
            }
        }
        guard !doubled.isEmpty else { return }
        for (name, units) in index.types {
            for property in units.flatMap(\.properties) {
                let made = property.node.typeNames.filter { index.types[$0] != nil }
                if property.isStatic {
                    names.formUnion(made)
                } else if let value = Self.initialValue(property.node) {
                    defaults[name, default: []].append((property.name, value.typeNames))
                }
            }
        }
        for (_, function) in index.functions {
            let name = function.kind == .initializer ? function.owner ?? "" : function.simpleName
            for parameter in Self.parameters(function.node) {
                guard let value = parameter.defaultValue?.value else { continue }
                defaults[name, default: []].append((parameter.firstName.text, value.typeNames))
            }
        }
        for (name, calls) in tests.calls {
            for call in calls { note(name, labels: call.labels ?? [], index) }
        }
    }

    /// Whether a test has a type of its own for a protocol.
    func hasDouble(_ type: String) -> Bool { doubled.contains(type) }

    /// Notes a call of an initializer or function, and with it what is made for what is not given.
    mutating func note(_ name: String, labels: [String], _ index: AppIndex) {
        if name.first?.isUppercase == true { names.insert(name) }
        for (label, made) in defaults[name] ?? [] where !labels.contains(label) {
            for type in made.subtracting(names) {
                names.insert(type)
                if index.types[type] != nil { note(type, labels: [], index) }
            }
        }
    }

    private static func initialValue(_ node: Syntax) -> ExprSyntax? {
        node.as(VariableDeclSyntax.self)?.bindings.first?.initializer?.value
    }

    private static func parameters(_ node: Syntax) -> FunctionParameterListSyntax {
        node.as(FunctionDeclSyntax.self)?.signature.parameterClause.parameters
            ?? node.as(InitializerDeclSyntax.self)?.signature.parameterClause.parameters ?? []
    }
}
