// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax

/// A property that the application's services fill.
struct StoredProperty {
    let name: String
    let place: Place?
}

/// Reads the stored properties of a struct that is built from the services.
struct PropertyReader {
    let attribute: String
    let reporter: Reporter

    /// The stored properties without a value of their own, with the `#if`s around them.
    ///
    /// - Returns: `nil` when one of them was reported.
    func properties(of subject: StructDeclSyntax) -> [ConditionalMembers<StoredProperty>]? {
        let before = reporter.count
        let properties = ConditionalMembers<StoredProperty>.read(subject.memberBlock.members) {
            member, _ in
            guard let variable = member.as(VariableDeclSyntax.self) else { return [] }
            return variable.bindings.compactMap { property($0, variable) }
        }
        return reporter.count == before ? properties : nil
    }

    private func property(
        _ binding: PatternBindingSyntax, _ variable: VariableDeclSyntax
    ) -> StoredProperty? {
        guard variable.isInstanceStorage(binding), binding.initializer == nil else { return nil }
        if let lazy = variable.modifiers.first(.lazy) {
            reporter.error(
                at: lazy,
                "\(attribute) cannot have lazy properties: one value serves all requests at once.")
            return nil
        }
        if let wrapper = variable.attributes.first {
            reporter.error(
                at: wrapper,
                "\(attribute) fills properties from Services and cannot see through "
                    + "'\(wrapper.trimmedDescription)'. Take the value itself, or give it a default."
            )
            return nil
        }
        guard let pattern = binding.pattern.as(IdentifierPatternSyntax.self) else {
            reporter.error(
                at: binding.pattern,
                "\(attribute) fills properties from Services by their names. Write one property "
                    + "for each.")
            return nil
        }
        return StoredProperty(name: pattern.identifier.text, place: reporter.place(of: pattern))
    }
}

extension VariableDeclSyntax {
    /// Whether the binding is stored in each instance: not static, not computed.
    func isInstanceStorage(_ binding: PatternBindingSyntax) -> Bool {
        guard modifiers.first(.static) == nil else { return false }
        guard let accessors = binding.accessorBlock?.accessors else { return true }
        guard case .accessors(let list) = accessors else { return false }
        // Observers watch a stored property; anything else computes it.
        return list.allSatisfy {
            [.keyword(.willSet), .keyword(.didSet)].contains($0.accessorSpecifier.tokenKind)
        }
    }
}
