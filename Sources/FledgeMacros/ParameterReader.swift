// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax

/// Reads the parameters of a method, and reports those that no request can fill.
struct ParameterReader {
    let reporter: Reporter

    /// - Returns: All parameters, or `nil` when one of them was reported.
    func parameters(of method: FunctionDeclSyntax) -> [HandlerParameter]? {
        let syntax = method.signature.parameterClause.parameters
        let parameters = syntax.compactMap(read)
        guard parameters.count == syntax.count else { return nil }
        for (index, parameter) in parameters.enumerated()
        where parameters[..<index].contains(where: { $0.name == parameter.name }) {
            guard parameter.source != .body else { continue }
            reporter.error(
                at: parameter.syntax.firstName,
                "Two parameters are called '\(parameter.name)', and a request has one value for both. "
                    + "Give them different labels.")
        }
        return parameters
    }

    private func read(_ syntax: FunctionParameterSyntax) -> HandlerParameter? {
        guard let type = bindableType(of: syntax) else { return nil }
        let localName = (syntax.secondName ?? syntax.firstName).unquoted
        guard localName != "_" else {
            reporter.error(
                at: syntax.firstName,
                "A parameter of a handler needs a name: that is how it is found in the request.")
            return nil
        }
        let label = syntax.firstName.tokenKind == .wildcard ? nil : syntax.firstName.unquoted
        let parameter = HandlerParameter(
            name: label ?? localName,
            label: label,
            localName: localName,
            type: type,
            defaultValue: syntax.defaultValue?.value,
            source: source(of: label ?? localName, type),
            syntax: syntax)
        checkWholes(parameter)
        return parameter
    }

    /// `query: String` is a query parameter called "query"; `query: Filter` is all of the query.
    private func source(of name: String, _ type: TypeSyntax) -> HandlerParameter.Source {
        switch name {
        case "body": .body
        case "query": type.isScalar ? .value : .query
        default: .value
        }
    }

    /// The type without `consuming` and the like; `nil` when it was reported.
    private func bindableType(of syntax: FunctionParameterSyntax) -> TypeSyntax? {
        if let ellipsis = syntax.ellipsis {
            reporter.error(
                at: ellipsis,
                "A handler cannot have a variadic parameter. Take an array: "
                    + "'[\(syntax.type.trimmedDescription)]'.")
            return nil
        }
        guard let attributed = syntax.type.as(AttributedTypeSyntax.self) else {
            return isConcrete(syntax.type) ? syntax.type.trimmed : nil
        }
        let inout_ = attributed.specifiers.first { $0.trimmedDescription == "inout" }
        if let inout_ {
            reporter.error(
                at: inout_,
                "A handler cannot have an inout parameter: nobody reads what it changes. "
                    + "Remove 'inout'.")
            return nil
        }
        return isConcrete(attributed.baseType) ? attributed.baseType.trimmed : nil
    }

    private func isConcrete(_ type: TypeSyntax) -> Bool {
        guard let opaque = type.firstOpaque else { return true }
        reporter.error(
            at: opaque,
            "A handler cannot take '\(opaque.trimmedDescription)': a request does not say which type "
                + "to use. Write the type.")
        return false
    }

    private func checkWholes(_ parameter: HandlerParameter) {
        guard parameter.source != .value else { return }
        let whole = parameter.source == .body ? "body" : "query string"
        if let value = parameter.syntax.defaultValue {
            reporter.error(
                at: value,
                "The whole \(whole) has no default value. Make properties of its type optional"
                    + (parameter.source == .body ? ", or the parameter itself." : "."))
        } else if parameter.source == .query, let optional = parameter.type.optionalWrapped {
            reporter.error(
                at: parameter.syntax.type,
                "The whole query string is always there, if only empty. Remove the '?', and make "
                    + "properties of its type optional.",
                fixes: [.replacing(parameter.syntax.type, with: optional, "remove '?'")])
        }
    }
}

extension TokenSyntax {
    /// The name without backticks.
    var unquoted: String { text.filter { $0 != "`" } }
}

extension TypeSyntax {
    private static let scalarNames: Set<String> = [
        "Bool", "String", "Substring", "Int", "Int8", "Int16", "Int32", "Int64", "UInt", "UInt8",
        "UInt16", "UInt32", "UInt64", "Double", "Float", "Decimal", "Date", "UUID",
    ]

    /// Whether the name is that of one value of a query, an optional or a list of such.
    var isScalar: Bool {
        if let wrapped = optionalWrapped { return wrapped.isScalar }
        if let array = self.as(ArrayTypeSyntax.self) { return array.element.isScalar }
        let name = trimmedDescription.split(separator: ".").last.map(String.init) ?? ""
        return Self.scalarNames.contains(name)
    }

    var optionalWrapped: TypeSyntax? { self.as(OptionalTypeSyntax.self)?.wrappedType }

    /// `some P` anywhere in the type.
    fileprivate var firstOpaque: SomeOrAnyTypeSyntax? {
        if let type = self.as(SomeOrAnyTypeSyntax.self) {
            return type.someOrAnySpecifier.tokenKind == .keyword(.some) ? type : nil
        }
        if let wrapped = optionalWrapped { return wrapped.firstOpaque }
        if let array = self.as(ArrayTypeSyntax.self) { return array.element.firstOpaque }
        guard let tuple = self.as(TupleTypeSyntax.self) else { return nil }
        return tuple.elements.lazy.compactMap(\.type.firstOpaque).first
    }

    /// The expression for the type itself: `User.ID.self`, `(any Sendable).self`.
    var metatypeExpression: String {
        let isPlain =
            self.is(IdentifierTypeSyntax.self) || self.is(MemberTypeSyntax.self)
            || self.is(ArrayTypeSyntax.self) || self.is(DictionaryTypeSyntax.self)
            || self.is(OptionalTypeSyntax.self)
        return isPlain ? "\(trimmedDescription).self" : "(\(trimmedDescription)).self"
    }
}
