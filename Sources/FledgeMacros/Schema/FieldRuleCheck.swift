// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgePattern
import SwiftParser
import SwiftSyntax

/// Finds rules that no value can keep, and patterns that are none.
///
/// Only what is written as a literal is looked at. The compiler has checked the types.
struct FieldRuleCheck {
    let reporter: Reporter

    func check(_ rule: ExprSyntax) {
        guard let call = rule.as(FunctionCallExprSyntax.self),
            let member = call.calledExpression.as(MemberAccessExprSyntax.self)
        else { return }
        let name = member.declName.baseName.text
        let first = call.arguments.first?.expression
        switch name {
        case "length", "items": first.map { checkCount($0, name) }
        case "range": first.map(checkRange)
        case "multipleOf": first.map(checkStep)
        case "pattern": first.map(checkPattern)
        case "each": first.map(check)
        case "oneOf" where call.arguments.isEmpty:
            reporter.error(at: rule, "'.oneOf()' allows no value. List those that are allowed.")
        default: break
        }
    }

    private func checkCount(_ range: ExprSyntax, _ name: String) {
        guard checkOrder(range) else { return }
        let bounds = WrittenRange(range)
        let negative = [bounds?.lower, bounds?.upper, range].compactMap(\.self).first {
            ($0.number ?? 0) < 0
        }
        guard let negative else { return }
        reporter.error(
            at: negative,
            "'.\(name)' counts, and a count is not negative: it is "
                + "'\(negative.trimmedDescription)' here.")
    }

    /// `-1...` is the negative of `1...` in Swift, and the compiler's own error does not say so.
    private func checkRange(_ range: ExprSyntax) {
        guard let negative = range.as(PrefixOperatorExprSyntax.self), negative.operator.text == "-",
            let half = negative.expression.as(PostfixOperatorExprSyntax.self)
        else {
            _ = checkOrder(range)
            return
        }
        reporter.error(
            at: range,
            "Write '(-\(half.expression.trimmed))\(half.operator.text)': Swift reads "
                + "'\(range.trimmedDescription)' as the negative of a range.")
    }

    /// - Returns: Whether the range can hold something, as far as can be seen.
    private func checkOrder(_ expression: ExprSyntax) -> Bool {
        guard let range = WrittenRange(expression), let lower = range.lower?.number,
            let upper = range.upper?.number
        else { return true }
        let text = expression.trimmedDescription
        if lower > upper {
            reporter.error(
                at: expression, "'\(text)' is no range: the lower bound stands first.")
            return false
        }
        if lower == upper, range.isOpen {
            reporter.error(
                at: expression,
                "'\(text)' contains nothing: '..<' leaves its upper bound out. Write '...'.")
            return false
        }
        return true
    }

    private func checkStep(_ step: ExprSyntax) {
        guard let number = step.number, number <= 0 else { return }
        reporter.error(
            at: step,
            "'.multipleOf' takes a number greater than zero: every value, or none, "
                + "is a multiple of '\(step.trimmedDescription)'.")
    }

    private func checkPattern(_ expression: ExprSyntax) {
        let literal = expression.as(StringLiteralExprSyntax.self)
        guard let literal, let text = literal.representedLiteralValue else {
            reporter.error(
                at: expression, "A pattern is a string literal, so that it can be checked now.")
            return
        }
        do throws(PatternError) {
            _ = try Pattern(text)
        } catch {
            reporter.error(at: expression, "The pattern is wrong: \(error).")
        }
    }
}

/// A range as it is written: `1...80`, `1...`, `..<10`.
///
/// The compiler gives the arguments of attributes with operators folded or not, depending on where
/// the attribute stands.
struct WrittenRange {
    var lower: ExprSyntax?
    var upper: ExprSyntax?
    var isOpen = false

    init?(_ expression: ExprSyntax) {
        let sign: String
        if let infix = expression.as(InfixOperatorExprSyntax.self) {
            (lower, upper) = (infix.leftOperand, infix.rightOperand)
            sign = infix.operator.trimmedDescription
        } else if let sequence = expression.as(SequenceExprSyntax.self) {
            let elements = Array(sequence.elements)
            guard elements.count == 3 else { return nil }
            (lower, upper) = (elements[0], elements[2])
            sign = elements[1].trimmedDescription
        } else if let prefix = expression.as(PrefixOperatorExprSyntax.self) {
            // `-3...` is read as the negative of `3...`.
            if let postfix = prefix.expression.as(PostfixOperatorExprSyntax.self) {
                lower = ExprSyntax(prefix.with(\.expression, postfix.expression))
                sign = postfix.operator.text
            } else {
                upper = prefix.expression
                sign = prefix.operator.text
            }
        } else if let postfix = expression.as(PostfixOperatorExprSyntax.self) {
            lower = postfix.expression
            sign = postfix.operator.text
        } else {
            return nil
        }
        guard ["...", "..<"].contains(sign) else { return nil }
        isOpen = sign == "..<"
    }
}

extension ExprSyntax {
    /// The value of a literal number, near enough to compare.
    var number: Double? {
        if let signed = self.as(PrefixOperatorExprSyntax.self), signed.operator.text == "-" {
            return signed.expression.number.map { -$0 }
        }
        if let tuple = self.as(TupleExprSyntax.self), tuple.elements.count == 1 {
            return tuple.elements.first?.expression.number
        }
        if let float = self.as(FloatLiteralExprSyntax.self) { return float.representedLiteralValue }
        return self.as(IntegerLiteralExprSyntax.self)?.representedLiteralValue.map(Double.init)
    }
}
