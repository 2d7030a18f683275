// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax

/// Finds types of properties that are certainly no JSON, by how they are written.
///
/// The compiler would say of each that it is no `SchemaType`. Here is known what to do about it.
struct SchemaTypeCheck {
    private let reporter: Reporter
    private let owner: String
    /// The generic parameters of which nothing is said.
    private let unknown: Set<String>

    init(_ subject: StructDeclSyntax, _ reporter: Reporter) {
        self.reporter = reporter
        owner = subject.name.text
        let constraints = subject.genericWhereClause?.requirements.trimmedDescription ?? ""
        let parameters = subject.genericParameterClause?.parameters.map(\.self) ?? []
        unknown = Set(
            parameters.filter { $0.inheritedType == nil && !constraints.contains($0.name.text) }
                .map(\.name.text))
    }

    func check(_ type: TypeSyntax) {
        guard let (place, advice) = problem(with: type, isStoredHere: true) else { return }
        reporter.error(at: place, advice)
    }

    /// `isStoredHere`: whether the value is a part of the struct; that of a list is not.
    private func problem(
        with type: TypeSyntax, isStoredHere: Bool
    ) -> (place: TypeSyntax, advice: String)? {
        if let optional = type.as(OptionalTypeSyntax.self) {
            return problem(with: optional.wrappedType, isStoredHere: isStoredHere)
        }
        if let list = type.as(ArrayTypeSyntax.self) {
            return problem(with: list.element, isStoredHere: false)
        }
        if let dictionary = type.as(DictionaryTypeSyntax.self) {
            return keyProblem(dictionary.key)
                ?? problem(with: dictionary.value, isStoredHere: false)
        }
        if let tuple = type.as(TupleTypeSyntax.self) { return tupleProblem(tuple, isStoredHere) }
        if let existential = type.as(SomeOrAnyTypeSyntax.self) {
            let text = existential.trimmedDescription
            return (
                type,
                "Nobody could tell which type to read for '\(text)'. Write an enum with @Schema "
                    + "that has a case for each."
            )
        }
        return type.as(IdentifierTypeSyntax.self).flatMap { nameProblem($0, isStoredHere) }
    }

    private func tupleProblem(
        _ tuple: TupleTypeSyntax, _ isStoredHere: Bool
    ) -> (place: TypeSyntax, advice: String)? {
        if tuple.elements.count == 1, let only = tuple.elements.first {
            return problem(with: only.type, isStoredHere: isStoredHere)
        }
        return (
            TypeSyntax(tuple),
            "JSON has no tuples. Write a struct with @Schema, or a list: '[T]'."
        )
    }

    private func keyProblem(_ key: TypeSyntax) -> (place: TypeSyntax, advice: String)? {
        let others = [
            "Bool", "Character", "Date", "Double", "Float", "Int", "Int8", "Int16", "Int32",
            "Int64", "UInt", "UInt8", "UInt16", "UInt32", "UInt64", "URL", "UUID",
        ]
        let name = key.trimmedDescription
        guard others.contains(name) else { return nil }
        return (key, "The keys of a JSON object are texts: write 'String' instead of '\(name)'.")
    }

    private func nameProblem(
        _ type: IdentifierTypeSyntax, _ isStoredHere: Bool
    ) -> (place: TypeSyntax, advice: String)? {
        let name = type.name.text
        if unknown.contains(name) {
            return (
                TypeSyntax(type),
                "Nothing says that '\(name)' is JSON. Write '\(name): SchemaType' where '\(owner)' "
                    + "declares it."
            )
        }
        guard isStoredHere, ["Self", owner].contains(name) else { return nil }
        let text = name == "Self" ? owner : type.trimmedDescription
        return (
            TypeSyntax(type), "A struct cannot be a part of itself. Write 'Boxed<\(text)>?'."
        )
    }
}
