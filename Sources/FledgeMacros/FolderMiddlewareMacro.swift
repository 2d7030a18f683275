// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax
import SwiftSyntaxMacros

/// `@FolderMiddleware`: writes `init(services:)` for the file routes that build the middleware.
enum FolderMiddlewareMacro: ExtensionMacro {
    static let formatMode = FormatMode.disabled

    static func expansion(
        of node: AttributeSyntax,
        attachedTo declaration: some DeclGroupSyntax,
        providingExtensionsOf type: some TypeSyntaxProtocol,
        conformingTo protocols: [TypeSyntax],
        in context: some MacroExpansionContext
    ) -> [ExtensionDeclSyntax] {
        let reporter = Reporter(context)
        guard let subject = declaration.as(StructDeclSyntax.self) else {
            reporter.error(
                at: declaration.introducer,
                "@FolderMiddleware belongs on a struct: one value of it serves all requests at once."
            )
            return []
        }
        // The conformance is not declared by the macro: a type that has it through SyncMiddleware would
        // then be held to declare it again.
        if subject.inheritanceClause == nil {
            reporter.error(
                at: subject.name,
                "'\(subject.name.text)' is no middleware yet. Let it conform here to Middleware, or to "
                    + "SyncMiddleware if it waits for nothing.")
        }
        let properties = PropertyReader(attribute: "@FolderMiddleware", reporter: reporter)
            .properties(of: subject)
        var code = Code()
        code.line("extension \(type.trimmedDescription) {")
        code.indented { code in
            let access = Access(of: subject.modifiers)
            Initializer(properties: properties).write(access, to: &code)
        }
        code.line("}")
        return [code.extensionDeclaration]
    }
}
