// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax
import SwiftSyntaxBuilder

/// Writes the extension that makes a struct a controller.
struct ControllerWriter {
    let type: String
    let access: Access
    let reporter: Reporter

    /// Writes the conformance.
    ///
    /// - Parameters:
    ///   - handlers: What `register(on:)` registers.
    ///   - initializer: What `init(services:)` fills; `nil` for no such initialiser.
    /// - Returns: The extension.
    func extensionDeclaration(
        _ handlers: [ConditionalMembers<Handler>],
        _ initializer: Initializer?
    ) -> ExtensionDeclSyntax {
        var code = Code()
        code.line("extension \(type): FledgeCore.Controller {")
        code.indented { code in
            if let initializer {
                initializer.write(access, to: &code)
                code.blank()
            }
            code.line(
                "\(access.prefix)static func register(on routes: FledgeCore.ControllerRoutes<Self>) {"
            )
            code.indented { code in
                code.conditional(handlers) { code, handler in
                    HandlerWriter(type: type, handler: handler, reporter: reporter).write(to: &code)
                }
            }
            code.line("}")
        }
        code.line("}")
        return code.extensionDeclaration
    }

    /// The conformance alone, for a type that was refused, so that the one error is the only one.
    func extensionOfNothing() -> ExtensionDeclSyntax {
        var code = Code()
        code.line("extension \(type): FledgeCore.Controller {")
        // An actor cannot say `Self` here.
        code.indented {
            $0.line("static func register(on routes: FledgeCore.ControllerRoutes<\(type)>) {}")
        }
        code.line("}")
        return code.extensionDeclaration
    }
}
