// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax

/// A member of an object: a stored property, or a labelled value of a case.
struct SchemaField {
    /// As it is written, with its backticks.
    let name: String
    /// Its name in JSON.
    let key: String
    let type: String
    var rules: [FieldRuleSyntax] = []
    /// Whether something stands for it when it is missing.
    var hasDefault = false
    /// That value, where a payload of a case has to be given it.
    var defaultValue: String?
    /// That value, if it is the same each time.
    var fixedDefault: String?
    /// A `let` with a value: it is written, and never read.
    var isConstant = false
    var example: String?
    var summary: String?
    let place: Place?
    /// Where a mistake about it is shown.
    let syntax: Syntax
    var conditions = ConditionPath()

    /// The name without backticks.
    var plainName: String { name.filter { $0 != "`" } }
}

/// One rule of a `@Field`, as it is written.
struct FieldRuleSyntax {
    let text: String
    let place: Place?
}

/// The arguments of `@Field`.
struct FieldAttribute {
    private(set) var rules: [FieldRuleSyntax] = []
    private(set) var key: String?
    private(set) var example: String?
    /// The rules as they are written; the first shows that none may be here.
    private(set) var written: [ExprSyntax] = []
    var firstRule: ExprSyntax? { written.first }
    private var names: Set<String> = []

    init() {}

    init(_ syntax: AttributeSyntax, _ reporter: Reporter) {
        guard case .argumentList(let arguments) = syntax.arguments else { return }
        for argument in arguments {
            switch argument.label?.text {
            case "name": key = argument.text(reporter)
            case "example": example = argument.expression.trimmedDescription
            default:
                FieldRuleCheck(reporter: reporter).check(argument.expression)
                reportRepeated(argument.expression, reporter)
                written.append(argument.expression)
                rules.append(
                    FieldRuleSyntax(
                        text: argument.expression.trimmedDescription,
                        place: reporter.place(of: argument.expression)))
            }
        }
    }

    /// A schema has each keyword once; patterns are the exception, since none is "both of these".
    private mutating func reportRepeated(_ rule: ExprSyntax, _ reporter: Reporter) {
        let head = rule.as(FunctionCallExprSyntax.self)?.calledExpression ?? rule
        guard let name = head.as(MemberAccessExprSyntax.self)?.declName.baseName.text,
            !["each", "pattern"].contains(name), !names.insert(name).inserted
        else { return }
        reporter.error(at: rule, "'.\(name)' stands twice. Write one that says both.")
    }
}
