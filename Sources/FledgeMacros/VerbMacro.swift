// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax
import SwiftSyntaxMacros

/// `@GET`, `@POST`, …: marks a method for `@Route` and `@Controller`, and expands to nothing.
///
/// It only looks at where it stands, since a verb that nobody reads would never answer.
enum VerbMacro: PeerMacro {
    static let formatMode = FormatMode.disabled

    static func expansion(
        of node: AttributeSyntax,
        providingPeersOf declaration: some DeclSyntaxProtocol,
        in context: some MacroExpansionContext
    ) -> [DeclSyntax] {
        let reporter = Reporter(context)
        let name = "@\(node.attributeName.trimmedDescription)"
        guard declaration.is(FunctionDeclSyntax.self) else {
            reporter.error(at: node, "\(name) belongs on a method.")
            return []
        }
        let owner = context.lexicalContext.first { !$0.is(FunctionDeclSyntax.self) }
        if let problem = problem(with: name, in: owner) { reporter.error(at: node, problem) }
        return []
    }

    private static func problem(with name: String, in owner: Syntax?) -> String? {
        if let declaration = owner?.as(ExtensionDeclSyntax.self) {
            let type = declaration.extendedType.trimmedDescription
            return
                "\(name) is not seen in an extension. Move the method into the body of '\(type)'."
        }
        guard let type = owner?.asProtocol((any WithAttributesSyntax).self) else {
            return "\(name) belongs on a method of a struct with @Route or @Controller."
        }
        let isController = type.attributes.contains {
            $0.isNamed("Route") || $0.isNamed("Controller")
        }
        return isController
            ? nil
            : "\(name) needs @Route or @Controller on the struct around it, or it never answers."
    }
}
