// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax

/// A function as the tokens that a copy of it would share.
struct CloneBody {
    /// What is compared: names that are local and literals are one and the same.
    private(set) var kinds: [String] = []
    /// What stands there: to see whether names were changed the same way everywhere.
    private(set) var texts: [String] = []
    private var nodes: [TokenSyntax] = []
    /// The tokens that begin a statement.
    private var starts: Set<Int> = []
    private let file: FileIndex

    init(_ function: FunctionUnit, _ file: FileIndex) {
        self.file = file
        // Without the braces: a copy begins with its first statement.
        let body =
            function.body.as(CodeBlockSyntax.self).map { Syntax($0.statements) } ?? function.body
        for token in body.tokens(viewMode: .sourceAccurate) {
            guard let kind = Self.kind(of: token) else { continue }
            if Self.beginsStatement(token) { starts.insert(kinds.count) }
            kinds.append(kind)
            texts.append(token.text)
            nodes.append(token)
        }
    }

    private static func beginsStatement(_ token: TokenSyntax) -> Bool {
        token.ancestor(CodeBlockItemSyntax.self)?.positionAfterSkippingLeadingTrivia
            == token.positionAfterSkippingLeadingTrivia
    }

    /// How much is done in a range: statements, those in blocks included, and steps of arithmetic.
    func stepCount(_ range: Range<Int>) -> Int {
        range.count { starts.contains($0) || ["+", "-", "*", "/", "%"].contains(kinds[$0]) }
    }

    /// The statements, each by its kinds, without the blocks in it and their braces.
    var statements: [[String]] {
        let cuts = starts.sorted()
        return zip(cuts, cuts.dropFirst() + [kinds.count]).map { first, next in
            kinds[first..<next].filter { $0 != "{" && $0 != "}" }
        }
    }

    /// Names of methods say what is done, and stay; other names may be changed in a copy.
    private static func kind(of token: TokenSyntax) -> String? {
        switch token.tokenKind {
        case .identifier(let name):
            if token.parent?.as(DeclReferenceExprSyntax.self)?.parent?
                .as(MemberAccessExprSyntax.self)?.declName.id == token.parent?.id
            {
                return isValue(token) ? "field" : name
            }
            if token.parent?.is(LabeledExprSyntax.self) == true { return name }
            return name.first?.isUppercase == true ? "Type" : "name"
        case .dollarIdentifier(let name): return name
        case .stringSegment: return "text"
        case .integerLiteral, .floatLiteral: return "number"
        // A trailing comma, a semicolon and explicit `self` are matters of taste.
        case .semicolon, .keyword(.self): return nil
        default: return token.text
        }
    }

    /// Whether a member is a property of a variable, not a method, nor a case: a copy for another type has
    /// others.
    private static func isValue(_ token: TokenSyntax) -> Bool {
        guard let member = token.parent?.parent?.as(MemberAccessExprSyntax.self),
            let base = member.base?.bare,
            !["count", "isEmpty", "first", "last"].contains(token.text)
        else { return false }
        let isCalled =
            member.parent?.as(FunctionCallExprSyntax.self)?.calledExpression.id
            == ExprSyntax(member).id
        return !isCalled && base.variableName?.first?.isUppercase != true
    }

    func line(at index: Int) -> Int {
        nodes.indices.contains(index) ? file.source.position(of: nodes[index]).line : 1
    }

    func lineCount(_ range: Range<Int>) -> Int {
        guard let last = range.last else { return 0 }
        return line(at: last) - line(at: range.lowerBound) + 1
    }

    func node(at index: Int) -> Syntax? {
        nodes.indices.contains(index) ? Syntax(nodes[index]) : nil
    }
}
