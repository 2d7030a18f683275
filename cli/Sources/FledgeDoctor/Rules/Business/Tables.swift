// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax

/// Lists and dictionaries that stand in the text, where they are used or under a name.
///
/// What is looked up in one by a value of the domain is decided by it: `[0, 50, 80][min(notices, 2)]`.
enum Tables {
    /// The values of a table, nil for what is none or is empty.
    static func values(of node: ExprSyntax, _ index: AppIndex) -> [ExprSyntax]? {
        let node = node.bare
        if let values = literal(node) { return values }
        guard let path = node.memberPath, let name = path.last else { return nil }
        let owner = path.count > 1 ? path[path.count - 2] : "Self"
        if path.count > 1, owner.first?.isUppercase == false { return nil }
        if owner != "Self" {
            let property = index.properties(of: owner).first { $0.name == name }
            return property.flatMap { value(of: name, in: $0.node) }
        }
        return value(of: name, in: node.root)
    }

    private static func literal(_ node: ExprSyntax) -> [ExprSyntax]? {
        if let list = node.as(ArrayExprSyntax.self), !list.elements.isEmpty {
            return list.elements.map(\.expression)
        }
        if case .elements(let elements) = node.as(DictionaryExprSyntax.self)?.content {
            return elements.map(\.value)
        }
        return nil
    }

    private static func value(of name: String, in node: Syntax) -> [ExprSyntax]? {
        node.all(PatternBindingSyntax.self).lazy
            .filter { $0.pattern.trimmedDescription == name }
            .compactMap { $0.initializer.flatMap { literal($0.value.bare) } }.first
    }
}
