// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax

/// Decisions in one expression whose outcome a service is given: `desk.add(body, fee: isFree ? 0 : 500)`.
///
/// How many there are, and what somebody who asks is like, decides nothing as long as it is only shown
/// or turned away; what a service is told by it is a rule.
extension BusinessSignals {
    /// `earlier.count < 2` and `member.years > 5`, whose outcome goes into a service.
    func isGivenFact(_ node: InfixOperatorExprSyntax) -> Bool {
        let sides = [node.leftOperand, node.rightOperand]
        guard sides.contains(where: \.isMeaningful), !isPaging(node), !isFlag(ExprSyntax(node)),
            !node.trimmedDescription.contains(".size"),
            sides.contains(where: {
                origins.origin(of: $0) >= .size || origins.isOfRequester($0)
            })
        else { return false }
        return effects.effect(of: node) == .given || isAnsweredNumber(node)
    }

    /// `250 * body.guests.count`, which a service is given.
    func isGivenProduct(_ node: InfixOperatorExprSyntax) -> Bool {
        let products = node.all(InfixOperatorExprSyntax.self).filter { infix in
            infix.operator.trimmedDescription == "*"
                && [infix.leftOperand, infix.rightOperand].contains(where: \.isMeaningful)
        }
        return products.contains { origins.origin(of: ExprSyntax($0)) == .size }
            && !isPaging(node) && effects.effect(of: node) == .given
    }

    /// `priority: member.plan == .gold ? .high : .normal`, which a service is told.
    ///
    /// What the client said is only put in other words, unless it is by its size.
    func isGivenName(_ node: TernaryExprSyntax) -> Bool {
        node.thenExpression.isLabel && node.elseExpression.isLabel && !asksWho(node.condition)
            && origins.origin(of: node.condition) == .domain
            && effects.effect(of: node) == .given
    }

    /// Whether it is about what somebody may do: `user.role == .admin`.
    private func asksWho(_ condition: ExprSyntax) -> Bool {
        condition.all(DeclReferenceExprSyntax.self).contains {
            Self.access.contains($0.baseName.text.lowercased())
        }
    }

    private static let access: Set<String> = [
        "role", "roles", "isadmin", "isowner", "isstaff", "ismoderator", "permissions", "owner",
        "ownerid", "scopes", "isroot",
    ]

    /// A number of the answer that a comparison chooses: `Quote(fee: body.guests.count > 8 ? 0 : 500)`.
    private func isAnsweredNumber(_ node: InfixOperatorExprSyntax) -> Bool {
        guard let choice = node.ancestor(TernaryExprSyntax.self), choice.condition.id == node.id,
            !isShown(choice)
        else { return false }
        let branches = [choice.thenExpression, choice.elseExpression]
        // `count > 20 ? 20 : count` only bounds what is shown.
        let bounds = [node.leftOperand, node.rightOperand].map(\.trimmedDescription)
        guard branches.contains(where: \.isNumber),
            !branches.contains(where: { bounds.contains($0.trimmedDescription) }),
            let call = choice.parent?.parent?.parent?.as(FunctionCallExprSyntax.self),
            let name = call.calleeName, name.first?.isUppercase == true
        else { return false }
        return !Effects.showing.contains(name)
    }
}
