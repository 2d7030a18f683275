// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeRouting
import SwiftParser
import SwiftSyntax

extension VerbAttribute {
    /// Reads the arguments.
    ///
    /// The compiler has checked their types against the macro's declaration.
    init(_ syntax: AttributeSyntax, _ reporter: Reporter) {
        self.syntax = syntax
        guard case .argumentList(let arguments) = syntax.arguments else { return }
        var isMiddleware = false
        for argument in arguments {
            switch argument.label?.text {
            case "name":
                name = argument.expression
            case "body":
                bodyLimit = argument
            case "use":
                isMiddleware = true
                middleware.append(argument.expression)
            default:
                if isMiddleware {
                    middleware.append(argument.expression)
                } else {
                    readPath(argument.expression, reporter)
                }
            }
        }
    }

    private mutating func readPath(_ expression: ExprSyntax, _ reporter: Reporter) {
        let literal = expression.as(StringLiteralExprSyntax.self)
        guard let literal, let text = literal.representedLiteralValue else {
            reporter.error(
                at: expression,
                "The path of a handler must be a string literal, so that it can be checked now "
                    + "and listed without running the app.")
            return
        }
        do throws(RoutePatternError) {
            _ = try RoutePattern(text)
            path = text
            pathSyntax = literal
        } catch {
            reporter.error(at: expression, error.description)
        }
    }
}
