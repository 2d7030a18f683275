// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax

/// Places that a service is handed to and that nobody reads: a property that no method of its type
/// mentions, a parameter that no line of its function does.
struct DeadPlaces {
    /// The names of unread properties, by type.
    private(set) var properties: [String: Set<String>] = [:]
    /// Arguments that go nowhere: `OrderController.labels`, `makeApp.labels`, `routes.1` by position.
    private var arguments: Set<String> = []
    /// The same that another function of the name does read.
    private var read: Set<String> = []

    init(_ index: AppIndex) {
        var functions: [String: [FunctionUnit]] = [:]
        for (_, function) in index.functions where function.body != function.node {
            if let owner = function.owner, function.kind != .initializer {
                functions[owner, default: []].append(function)
            }
            note(function)
        }
        arguments.subtract(read)
        for name in index.types.keys where !ServiceTypes.isContainer(name) {
            guard let own = functions[name] else { continue }
            note(index.properties(of: name), of: name, functions: own)
        }
    }

    private mutating func note(_ function: FunctionUnit) {
        guard function.kind == .function, !function.isHandler else { return }
        for (position, parameter) in function.parameters.enumerated() {
            let place = "\(function.simpleName).\(parameter.label ?? "\(position)")"
            if function.body.count(ofName: parameter.name) == 0 {
                arguments.insert(place)
            } else {
                read.insert(place)
            }
        }
    }

    private mutating func note(
        _ kept: [PropertyUnit], of type: String, functions: [FunctionUnit]
    ) {
        for property in kept where property.isStored && !property.isStatic {
            guard !functions.contains(where: { $0.body.count(ofName: property.name) > 0 }) else {
                continue
            }
            properties[type, default: []].insert(property.name)
            arguments.insert("\(type).\(property.name)")
        }
    }

    /// Whether a function mentions a type only where it hands over something unread: in a parameter
    /// that it does not use, or in an initializer that fills such a property.
    func isUnread(_ parameter: ParameterUnit, of function: FunctionUnit) -> Bool {
        if function.kind == .initializer {
            return function.owner.flatMap { properties[$0] }?.contains(parameter.name) ?? false
        }
        return function.kind == .function && function.body != function.node
            && function.body.count(ofName: parameter.name) == 0
    }

    /// Whether a node is part of an argument that nobody reads.
    func holds(_ node: some SyntaxProtocol) -> Bool {
        var current = node.parent
        while let parent = current, !parent.is(CodeBlockItemSyntax.self) {
            if let argument = parent.as(LabeledExprSyntax.self),
                let list = argument.parent?.as(LabeledExprListSyntax.self),
                let call = list.parent?.as(FunctionCallExprSyntax.self), let name = call.calleeName
            {
                let position = list.firstIndex { $0.id == argument.id }
                    .map { list.distance(from: list.startIndex, to: $0) }
                let label = argument.label?.text ?? "\(position ?? 0)"
                if arguments.contains("\(name).\(label)") { return true }
            }
            current = parent.parent
        }
        return false
    }

    /// The names of types in a node, without those in arguments that nobody reads.
    func typeNames(in node: Syntax) -> Set<String> {
        var names: Set<String> = []
        for token in node.tokens(viewMode: .sourceAccurate) {
            guard case .identifier(let name) = token.tokenKind, name.first?.isUppercase == true,
                !names.contains(name), !holds(token)
            else { continue }
            names.insert(name)
        }
        return names
    }
}
