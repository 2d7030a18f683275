// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeRouting
import SwiftSyntax

/// What a handler may look like, as far as its own text tells.
///
/// What depends on the mounted path is checked when the app is built; what depends on types, by the
/// overloads that the generated code calls.
struct HandlerRules {
    let reporter: Reporter

    func check(_ handler: Handler) {
        checkShape(handler.method)
        checkBody(handler)
        checkPlaceholders(handler)
    }

    private func checkShape(_ method: FunctionDeclSyntax) {
        for keyword in [Keyword.mutating, .static, .class, .consuming] {
            guard let modifier = method.modifiers.first(keyword) else { continue }
            reporter.error(
                at: modifier,
                "A handler is a plain method: one value of the struct serves all requests at once. "
                    + "Remove '\(modifier.name.text)'.",
                fixes: [.removing(modifier)])
        }
        if let generics = method.genericParameterClause {
            reporter.error(
                at: generics,
                "A handler cannot be generic: a request does not say which types to use. "
                    + "Write the types.")
        }
    }

    private func checkBody(_ handler: Handler) {
        let bodies = handler.parameters.filter { $0.source == .body }
        if let second = bodies.dropFirst().first {
            reporter.error(
                at: second.syntax, "A request has one body, and '\(bodies[0].localName)' takes it.")
        }
        guard !handler.verb.takesBody else { return }
        let verb = handler.verb.rawValue
        if let body = bodies.first {
            reporter.error(
                at: body.syntax,
                "\(verb) requests have no body. Take the values from the query, or answer POST.")
        }
        if let limit = handler.attribute?.bodyLimit {
            reporter.error(
                at: limit, "\(verb) requests have no body, so there is nothing to limit.")
        }
    }

    /// Placeholders in the method's own path; those of the mount path are checked at start.
    private func checkPlaceholders(_ handler: Handler) {
        guard let attribute = handler.attribute, let literal = attribute.pathSyntax,
            let pattern = try? RoutePattern(handler.path)
        else { return }
        let values = handler.parameters.filter { $0.source == .value }
        let takesRequest = values.contains { $0.type.trimmedDescription == "Request" }
        for name in pattern.parameterNames {
            if let parameter = values.first(where: { $0.name == name }) {
                checkPathParameter(parameter)
            } else if !takesRequest {
                reportUnbound(name, of: handler, pattern, values, at: literal)
            }
        }
    }

    private func checkPathParameter(_ parameter: HandlerParameter) {
        if let optional = parameter.type.as(OptionalTypeSyntax.self) {
            reporter.error(
                at: parameter.syntax.type,
                "'\(parameter.name)' is part of the path, so it is always there. Remove the '?'.",
                fixes: [.replacing(parameter.syntax.type, with: optional.wrappedType, "remove '?'")]
            )
        } else if let value = parameter.syntax.defaultValue {
            reporter.error(
                at: value,
                "'\(parameter.name)' is part of the path, so it is always there. "
                    + "Remove the default value.")
        }
    }

    private func reportUnbound(
        _ name: String,
        of handler: Handler,
        _ pattern: RoutePattern,
        _ values: [HandlerParameter],
        at literal: StringLiteralExprSyntax
    ) {
        let free = values.map(\.name).filter { !pattern.parameterNames.contains($0) }
        let hint = SimilarNames.closest(to: name, in: free)
            .map { "Did you mean '\(name)' where it says '\($0)'?" }
        reporter.error(
            at: literal,
            "The path has ':\(name)', but '\(handler.method.name.text)' has no parameter '\(name)'. "
                + (hint ?? "Add one, or a parameter of type Request."))
    }
}

extension Handler {
    /// Whether both would answer the same request.
    ///
    /// Names of placeholders do not tell routes apart.
    func answersSame(as other: Handler) -> Bool {
        verb == other.verb && !conditions.excludes(other.conditions) && shape == other.shape
    }

    private var shape: String {
        var text = ""
        var isName = false
        for character in path.drop(while: { $0 == "/" }) {
            if isName, character.isLetter || character.isNumber || character == "_" { continue }
            isName = character == ":" || character == "*"
            text.append(character)
        }
        return text.hasSuffix("/") ? String(text.dropLast()) : text
    }
}
