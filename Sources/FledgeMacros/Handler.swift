// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax

/// A handler as the macro read it from a method.
struct Handler {
    var verb: Verb
    var attribute: VerbAttribute?
    /// The method, for calling it and for places.
    var method: FunctionDeclSyntax
    var parameters: [HandlerParameter]
    var conditions: ConditionPath

    var path: String { attribute?.path ?? "" }

    var isAsync: Bool { method.signature.effectSpecifiers?.asyncSpecifier != nil }

    var canThrow: Bool {
        guard let clause = method.signature.effectSpecifiers?.throwsClause else { return false }
        return clause.type?.trimmedDescription != "Never"
    }

    var returnsNothing: Bool {
        guard let result = method.signature.returnClause?.type else { return true }
        return ["Void", "()", "Swift.Void"].contains(result.trimmedDescription)
    }
}

/// A parameter of a handler.
struct HandlerParameter {
    enum Source {
        case value
        case query
        case body
    }

    /// The name on the wire: the label, or the inner name when there is no label (`_ id: Int`).
    var name: String
    /// What stands before the colon in a call; `nil` for `_`.
    var label: String?
    /// The name inside the method, which generated code uses for its local variable.
    var localName: String
    var type: TypeSyntax
    var defaultValue: ExprSyntax?
    var source: Source
    var syntax: FunctionParameterSyntax
}

/// The arguments of `@GET("/:id", name: "user", body: .mebibytes(20), use: RequireLogin())`.
struct VerbAttribute {
    var syntax: AttributeSyntax
    var path = ""
    /// Where the path is written, for mistakes in it.
    var pathSyntax: StringLiteralExprSyntax?
    var name: ExprSyntax?
    var bodyLimit: LabeledExprSyntax?
    var middleware: [ExprSyntax] = []
}
