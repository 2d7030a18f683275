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
    /// What was made for a property that nothing has read yet: nobody can have called it.
    private var kept: [Place: Set<String>] = [:]
    private var read: Set<Place> = []

    /// A property of a type.
    struct Place: Hashable {
        var type: String
        var property: String
    }

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
            for call in calls {
                note(name, labels: call.labels ?? [], index)
                noteReading(name, of: call.type.map(TypeText.last), index)
            }
        }
    }

    /// Notes that a property is read: what was made for it is used from now on.
    ///
    /// When nothing says whose property it is, `type` is nil, and any may be meant.
    mutating func noteReading(_ property: String, of type: String?, _ index: AppIndex) {
        let places =
            type.map { [Place(type: $0, property: property)] }
            ?? index.types.keys.map { Place(type: $0, property: property) }
        for place in places where index.propertyType(place.type, property) != nil {
            read.insert(place)
            for made in kept.removeValue(forKey: place) ?? [] { note(made, labels: [], index) }
        }
    }

    /// Notes what an initializer makes for a property: `mailer = SMTPMailer()`.
    mutating func keep(_ made: String, in place: Place, labels: [String], _ index: AppIndex) {
        if read.contains(place) {
            note(made, labels: labels, index)
        } else {
            kept[place, default: []].insert(made)
        }
    }

    /// Whether a test has a type of its own for a protocol.
    func hasDouble(_ type: String) -> Bool { doubled.contains(type) }

    /// Notes a call of an initializer or function, and with it what is made for what is not given.
    mutating func note(_ name: String, labels: [String], _ index: AppIndex) {
        if name.first?.isUppercase == true { names.insert(name) }
        for (label, made) in defaults[name] ?? [] where !labels.contains(label) {
            let place = Place(type: name, property: label)
            for type in made.subtracting(names) {
                if index.propertyType(name, label) != nil, !read.contains(place) {
                    kept[place, default: []].insert(type)
                    continue
                }
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
