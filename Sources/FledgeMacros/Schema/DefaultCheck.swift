// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgePattern
import SwiftParser
import SwiftSyntax

/// Finds defaults that break their own rules: the value of who leaves the member out would be refused
/// if it was sent.
///
/// Only literals are looked at, and rules whose arguments are literals.
struct DefaultCheck {
    let reporter: Reporter
    let value: ExprSyntax

    func check(_ rules: [ExprSyntax]) {
        for rule in rules where breaks(rule) {
            reporter.error(
                at: value,
                "The default \(value.trimmedDescription) breaks its own rule "
                    + "'\(rule.trimmedDescription)'. Change one of them.")
        }
    }

    private func breaks(_ rule: ExprSyntax) -> Bool {
        if let member = rule.as(MemberAccessExprSyntax.self) {
            return member.declName.baseName.text == "unique" && repeatsLiteral
        }
        guard let call = rule.as(FunctionCallExprSyntax.self),
            let member = call.calledExpression.as(MemberAccessExprSyntax.self)
        else { return false }
        let arguments = call.arguments.map(\.expression)
        guard let first = arguments.first else { return false }
        switch member.declName.baseName.text {
        case "length":
            return text.map { isOutside(first, Double($0.unicodeScalars.count)) } ?? false
        case "items": return items.map { isOutside(first, Double($0.count)) } ?? false
        case "range": return value.number.map { isOutside(first, $0) } ?? false
        case "greaterThan": return compare(first) { $0 <= $1 }
        case "lessThan": return compare(first) { $0 >= $1 }
        case "multipleOf": return compare(first) { $1 > 0 && isWhole($0, $1) && !divides($0, $1) }
        case "oneOf": return isNone(of: arguments)
        case "pattern": return matchesNot(first)
        case "each":
            return (items ?? []).contains {
                DefaultCheck(reporter: reporter, value: $0).breaks(first)
            }
        default: return false
        }
    }

    private var text: String? {
        value.as(StringLiteralExprSyntax.self)?.representedLiteralValue
    }

    private var items: [ExprSyntax]? {
        value.as(ArrayExprSyntax.self)?.elements.map(\.expression)
    }

    private var repeatsLiteral: Bool {
        let literals = (items ?? []).filter { $0.literalType != nil }.map(\.trimmedDescription)
        return Set(literals).count < literals.count
    }

    private func isOutside(_ argument: ExprSyntax, _ number: Double) -> Bool {
        if let exact = argument.number { return number != exact }
        guard let range = WrittenRange(argument) else { return false }
        if let lower = range.lower?.number, number < lower { return true }
        guard let upper = range.upper?.number else { return false }
        return range.isOpen ? number >= upper : number > upper
    }

    private func compare(_ argument: ExprSyntax, _ breaks: (Double, Double) -> Bool) -> Bool {
        guard let number = value.number, let bound = argument.number else { return false }
        return breaks(number, bound)
    }

    /// Fractions are left to the rule itself, which knows the type.
    private func isWhole(_ number: Double, _ step: Double) -> Bool {
        number == number.rounded() && step == step.rounded()
    }

    private func divides(_ number: Double, _ step: Double) -> Bool {
        number.truncatingRemainder(dividingBy: step) == 0
    }

    private func isNone(of arguments: [ExprSyntax]) -> Bool {
        if let text {
            let texts = arguments.map {
                $0.as(StringLiteralExprSyntax.self)?.representedLiteralValue
            }
            return !texts.contains(text) && !texts.contains(nil)
        }
        let numbers = arguments.map(\.number)
        return value.number.map { !numbers.contains($0) && !numbers.contains(nil) } ?? false
    }

    private func matchesNot(_ argument: ExprSyntax) -> Bool {
        guard let text, let literal = argument.as(StringLiteralExprSyntax.self),
            let source = literal.representedLiteralValue, let pattern = try? Pattern(source)
        else { return false }
        return !pattern.matches(text)
    }
}
