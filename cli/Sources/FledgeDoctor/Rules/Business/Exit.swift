// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax

/// How a branch leaves a handler.
enum Exit: Equatable {
    /// With a problem of the web's own: not found, not signed in, not modified, …
    case routine
    /// With another error, or a conflict: something of the domain was decided.
    case refusal
    /// With an answer.
    case answer
    case none

    /// Statuses that a handler decides on by itself.
    private static let routineStatuses: Set<String> = [
        "notFound", "unauthorized", "forbidden", "notModified", "preconditionFailed",
        "preconditionRequired", "notAcceptable", "unsupportedMediaType", "methodNotAllowed", "gone",
        "serviceUnavailable", "notImplemented", "badGateway", "internalServerError",
        "rangeNotSatisfiable", "requestTimeout", "gatewayTimeout",
    ]

    init(of block: CodeBlockItemListSyntax) {
        self = block.last.map { Exit(statement: $0) } ?? .none
    }

    private init(statement: CodeBlockItemSyntax) {
        if let node = statement.item.as(ThrowStmtSyntax.self) {
            self =
                Self.status(in: Syntax(node.expression)).map {
                    Self.routineStatuses.contains($0) ? .routine : .refusal
                } ?? Self.byName(node.expression.trimmedDescription)
        } else if let node = statement.item.as(ReturnStmtSyntax.self) {
            let status = node.expression.flatMap { Self.status(in: Syntax($0)) }
            self =
                status.map {
                    Self.isFailure($0) && !Self.routineStatuses.contains($0) ? .refusal : .answer
                } ?? .answer
        } else if statement.item.is(ContinueStmtSyntax.self) {
            self = .none
        } else {
            self = .none
        }
    }

    /// `conflict` of `Problem(.conflict, "…")` and of `Response(status: .conflict)`.
    static func status(in node: Syntax) -> String? {
        for member in node.all(MemberAccessExprSyntax.self) where member.base == nil {
            let name = member.declName.baseName.text
            if routineStatuses.contains(name) || failures.contains(name) { return name }
        }
        for call in node.all(FunctionCallExprSyntax.self) {
            if let name = call.calleeName,
                failures.contains(name) || routineStatuses.contains(name),
                call.receiver?.variableName == "Problem"
            {
                return name
            }
        }
        return nil
    }

    private static let failures: Set<String> = [
        "badRequest", "conflict", "unprocessableContent", "unprocessableEntity", "paymentRequired",
        "tooManyRequests", "contentTooLarge", "payloadTooLarge", "locked", "failedDependency",
        "tooEarly",
    ]

    private static func isFailure(_ status: String) -> Bool { failures.contains(status) }

    private static func byName(_ error: String) -> Exit {
        let text = error.lowercased()
        let words = [
            "notfound", "missing", "unauthorized", "forbidden", "unknown", "denied", "nosuch",
        ]
        return words.contains { text.contains($0) } ? .routine : .refusal
    }
}
