// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax
import SwiftSyntaxMacros

/// `@Controller`: writes `register(on:)` from the handlers of a struct.
enum ControllerMacro: ExtensionMacro {
    static let formatMode = FormatMode.disabled

    static func expansion(
        of node: AttributeSyntax,
        attachedTo declaration: some DeclGroupSyntax,
        providingExtensionsOf type: some TypeSyntaxProtocol,
        conformingTo protocols: [TypeSyntax],
        in context: some MacroExpansionContext
    ) -> [ExtensionDeclSyntax] {
        ControllerExpansion(attribute: "@Controller", isRoute: false, type: type.trimmedDescription)
            .expand(declaration, Reporter(context))
    }
}

/// `@Route`: as `@Controller`, and `init(services:)` for the file routes that build it.
enum RouteMacro: ExtensionMacro {
    static let formatMode = FormatMode.disabled

    static func expansion(
        of node: AttributeSyntax,
        attachedTo declaration: some DeclGroupSyntax,
        providingExtensionsOf type: some TypeSyntaxProtocol,
        conformingTo protocols: [TypeSyntax],
        in context: some MacroExpansionContext
    ) -> [ExtensionDeclSyntax] {
        ControllerExpansion(attribute: "@Route", isRoute: true, type: type.trimmedDescription)
            .expand(declaration, Reporter(context))
    }
}

/// What the two have in common.
struct ControllerExpansion {
    let attribute: String
    let isRoute: Bool
    let type: String

    func expand(
        _ declaration: some DeclGroupSyntax, _ reporter: Reporter
    ) -> [ExtensionDeclSyntax] {
        guard let subject = declaration.as(StructDeclSyntax.self) else {
            refuse(declaration, reporter)
            // A conformance that does nothing, so that the one error is the only one. A class has
            // none: it would have to be final and Sendable, which is two errors more.
            return declaration.is(ClassDeclSyntax.self)
                ? [] : [writer(nil, reporter).extensionOfNothing()]
        }
        if isRoute { checkAccess(of: subject, reporter) }
        let reader = ControllerReader(attribute: attribute, type: type, reporter: reporter)
        let handlers = reader.handlers(of: subject)
        let properties = PropertyReader(attribute: attribute, reporter: reporter)
        let initializer =
            isRoute ? Initializer(properties: properties.properties(of: subject)) : nil
        return [writer(subject, reporter).extensionDeclaration(handlers, initializer)]
    }

    private func writer(_ subject: StructDeclSyntax?, _ reporter: Reporter) -> ControllerWriter {
        let access = subject.map { Access(of: $0.modifiers) } ?? Access()
        return ControllerWriter(type: type, access: access, reporter: reporter)
    }

    private func refuse(_ declaration: some DeclGroupSyntax, _ reporter: Reporter) {
        reporter.error(
            at: declaration.introducer,
            "\(attribute) belongs on a struct: one value of it serves all requests at once. "
                + "Keep what changes in a service.",
            fixes: declaration.is(ClassDeclSyntax.self)
                ? [.replacing(declaration.introducer, with: "struct", "write 'struct'")] : [])
    }

    private func checkAccess(of subject: StructDeclSyntax, _ reporter: Reporter) {
        let hidden = subject.modifiers.first {
            [.keyword(.private), .keyword(.fileprivate)].contains($0.name.tokenKind)
        }
        guard let hidden else { return }
        reporter.error(
            at: hidden,
            "A \(hidden.name.text) struct cannot be seen by the file that mounts the routes. "
                + "Remove '\(hidden.name.text)'.",
            fixes: [.removing(hidden)])
    }
}

extension DeclGroupSyntax {
    /// `struct`, `class`, `enum`, `actor`: where a mistake about the kind of type is shown.
    var introducer: TokenSyntax {
        let keywords: Set<Keyword> = [.struct, .class, .enum, .actor, .extension, .protocol]
        let token = tokens(viewMode: .sourceAccurate).first { token in
            if case .keyword(let keyword) = token.tokenKind {
                keywords.contains(keyword)
            } else {
                false
            }
        }
        return token ?? .keyword(.struct)
    }
}
