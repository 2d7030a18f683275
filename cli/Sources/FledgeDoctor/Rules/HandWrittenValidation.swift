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
        RouteCode.functions(context.index).flatMap { file, function in
            Self.places(of: Self.checks(function, context.index)).compactMap { checks in
                guard let first = checks.first else { return nil }
                let list = checks.map { "\($0.subject): @Field(\($0.constraint))" }
                return finding(
                    at: first.statement, in: file, function: function.name,
                    "\(function.name) checks '\(first.subject)' by hand\(checks.count > 1 ? ", and \(checks.count - 1) more" : ""). A constraint of the type is checked before, reports all at once, and is in the OpenAPI document.",
                    suggestion: "Declare it: \(list.joined(separator: "; ")).")
            }
        }
    }

    /// The checks of each statement: one can be silenced, or be in a baseline, without the others.
    private static func places(of checks: [Check]) -> [[Check]] {
        var places: [(id: SyntaxIdentifier, checks: [Check])] = []
        for check in checks {
            // `else if` is a part of the first `if`.
            let item =
                check.statement.ancestor(CodeBlockItemSyntax.self).map { Syntax($0) }
                ?? check.statement
            if let place = places.firstIndex(where: { $0.id == item.id }) {
                let isNew = !places[place].checks.contains {
                    $0.subject == check.subject && $0.constraint == check.constraint
                }
                if isNew { places[place].checks.append(check) }
            } else {
                places.append((item.id, [check]))
            }
        }
        return places.map(\.checks)
    }

    static func checks(_ function: FunctionUnit, _ index: AppIndex) -> [Check] {
        ValidationReader(function, index).checks
    }
}
