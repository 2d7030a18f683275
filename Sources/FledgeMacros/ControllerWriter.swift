// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax
import SwiftSyntaxBuilder

/// Writes the extension that makes a struct a controller.
struct ControllerWriter {
    let type: String
    let access: Access
    let reporter: Reporter

    /// - Parameter properties: What `init(services:)` fills; `nil` for no such initialiser.
    func extensionDeclaration(
        _ handlers: [ConditionalMembers<Handler>],
        properties: [ConditionalMembers<StoredProperty>]?
    ) -> ExtensionDeclSyntax {
        var code = Code()
        code.line("extension \(type): FledgeCore.Controller {")
        code.indented { code in
            if let properties {
                InitializerWriter(access: access).write(properties, to: &code)
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

    /// The conformance alone, after a mistake that leaves nothing to generate.
    func extensionOfNothing() -> ExtensionDeclSyntax {
        extensionDeclaration([], properties: nil)
    }
}

/// Writes `init(services:)`.
struct InitializerWriter {
    let access: Access

    func write(_ properties: [ConditionalMembers<StoredProperty>], to code: inout Code) {
        // Nothing to fill: any services will do, also in an app that has none.
        let services = properties.isEmpty ? "some Any" : "Services"
        code.line("\(access.prefix)init(services: \(services)) {")
        code.indented { code in
            code.conditional(properties) { code, property in
                code.at(property.place) {
                    $0.line("self.\(property.name) = services.\(property.name)")
                }
            }
        }
        code.line("}")
    }
}
