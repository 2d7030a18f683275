// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax
import SwiftSyntaxMacros

/// `@Field`: says more about a member of a `@Schema` type, and expands to nothing.
///
/// It only looks at where it stands, since a rule that nobody reads would hold nothing.
enum FieldMacro: PeerMacro {
    static let formatMode = FormatMode.disabled

    static func expansion(
        of node: AttributeSyntax,
        providingPeersOf declaration: some DeclSyntaxProtocol,
        in context: some MacroExpansionContext
    ) -> [DeclSyntax] {
        if let problem = problem(with: Syntax(declaration), in: context.lexicalContext.first) {
            Reporter(context).error(at: node, problem)
        }
        return []
    }

    private static func problem(with declaration: Syntax, in owner: Syntax?) -> String? {
        let isCase = declaration.is(EnumCaseDeclSyntax.self)
        guard isCase || declaration.is(VariableDeclSyntax.self) else {
            return "@Field belongs on a stored property or a case of a type with @Schema."
        }
        let type = owner?.asProtocol((any WithAttributesSyntax).self)
        guard type?.attributes.contains(where: { $0.isNamed("Schema") }) == true else {
            return "@Field needs @Schema on the type around it, or nobody holds to it."
        }
        guard let variable = declaration.as(VariableDeclSyntax.self) else { return nil }
        let isStored = variable.bindings.allSatisfy(variable.isInstanceStorage)
        return isStored
            ? nil
            : "@Field belongs on a stored property: a computed or static one is no member in JSON."
    }
}
