// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax

/// Checks in a handler that a constraint of the type's own would express.
struct HandWrittenValidation: Rule {
    let name = "hand-written-validation"
    let severity = Severity.warning
    let summary = "A handler checks by hand what a @Field constraint says."
    let explanation = """
        A constraint at the type is checked before the handler runs, tells all that is wrong at once with \
        the place of each, stands in the OpenAPI document and in the clients made from it, and holds in \
        every route that takes the type. A check by hand does none of that. What compares two values, or \
        needs the database or the time, is no constraint and is not meant.
        """

    struct Check {
        var statement: Syntax
        var subject: String
        var constraint: String
    }

    func findings(in context: RuleContext) -> [Finding] {
        RouteCode.functions(context.index).compactMap { file, function in
            let checks = Self.checks(function, context.index)
            guard let first = checks.first else { return nil }
            let list = checks.map { "\($0.subject): @Field(\($0.constraint))" }
            return finding(
                at: first.statement, in: file, function: function.name,
                "\(function.name) checks '\(first.subject)' by hand\(checks.count > 1 ? ", and \(checks.count - 1) more" : ""). A constraint of the type is checked before, reports all at once, and is in the OpenAPI document.",
                suggestion: "Declare it: \(list.joined(separator: "; ")).")
        }
    }

    static func checks(_ function: FunctionUnit, _ index: AppIndex) -> [Check] {
        ValidationReader(function, index).checks
    }
}
