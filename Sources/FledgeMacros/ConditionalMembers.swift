// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax

/// Members of a type with the `#if` around them.
///
/// A macro sees all branches and does not know which one is compiled, so the same conditions are
/// written around what it generates.
indirect enum ConditionalMembers<Content> {
    case one(Content)
    case branches([Branch])

    struct Branch {
        /// The line that begins it: `#if DEBUG`, `#elseif os(Linux)` or `#else`.
        let directive: String
        let members: [ConditionalMembers]
    }

    /// All contents, whatever their condition.
    var contents: [Content] {
        switch self {
        case .one(let content): [content]
        case .branches(let branches): branches.flatMap { $0.members.flatMap(\.contents) }
        }
    }
}

/// The branches of the `#if`s that a member stands in.
struct ConditionPath {
    private var branches: [SyntaxIdentifier: Int] = [:]

    /// Whether two members can never be compiled together: they stand in branches of one `#if`.
    func excludes(_ other: ConditionPath) -> Bool {
        branches.contains { block, branch in
            other.branches[block].map { $0 != branch } ?? false
        }
    }

    func entering(_ branch: Int, of block: IfConfigDeclSyntax) -> ConditionPath {
        var path = self
        path.branches[block.id] = branch
        return path
    }
}

extension ConditionalMembers {
    /// Reads what `content` finds in `members`, and what it finds inside `#if`.
    static func read(
        _ members: MemberBlockItemListSyntax,
        _ path: ConditionPath = ConditionPath(),
        _ content: (DeclSyntax, ConditionPath) -> [Content]
    ) -> [ConditionalMembers] {
        members.flatMap { member -> [ConditionalMembers] in
            guard let block = member.decl.as(IfConfigDeclSyntax.self) else {
                return content(member.decl, path).map(ConditionalMembers.one)
            }
            let found = branches(of: block, path, content)
            return found.contains { !$0.members.isEmpty } ? [.branches(found)] : []
        }
    }

    private static func branches(
        of block: IfConfigDeclSyntax,
        _ path: ConditionPath,
        _ content: (DeclSyntax, ConditionPath) -> [Content]
    ) -> [Branch] {
        block.clauses.enumerated().map { index, clause in
            let condition = clause.condition.map { " \($0.trimmedDescription)" } ?? ""
            var inner: [ConditionalMembers] = []
            if case .decls(let members) = clause.elements {
                inner = read(members, path.entering(index, of: block), content)
            }
            return Branch(directive: clause.poundKeyword.text + condition, members: inner)
        }
    }
}
