// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax

/// Something that the doctor looks for.
package protocol Rule: Sendable {
    /// In kebab-case, as it is silenced and documented.
    var name: String { get }
    var severity: Severity { get }
    /// One sentence: what it finds.
    var summary: String { get }
    /// Why it matters, what is not meant by it, and what to do, for `--explain`.
    var explanation: String { get }
    func findings(in context: RuleContext) -> [Finding]
}

/// The rules there are.
package enum Rules {
    package static let all: [any Rule] = [
        BusinessRuleInHandler(), DatabaseInRoute(), WebTypeInService(), DuplicatedLogic(),
        HandWrittenValidation(), DeepFolders(), UntestedHandler(), UntestedService(),
        UnusedService(),
    ]

    package static func named(_ name: String) -> (any Rule)? {
        all.first { $0.name == name }
    }
}

/// What a rule looks at.
package struct RuleContext: Sendable {
    let index: AppIndex
    let tests: TestIndex
    let routes: RouteTable

    init(_ index: AppIndex) {
        self.index = index
        routes = RouteTable(index)
        tests = TestIndex(index)
    }
}

extension Rule {
    /// A finding at a node.
    func finding(
        at node: some SyntaxProtocol, in file: FileIndex, function: String? = nil,
        _ message: String, suggestion: String
    ) -> Finding {
        let place = file.source.position(of: node)
        return Finding(
            rule: name, severity: severity, file: place.file, line: place.line,
            column: place.column, endLine: file.source.lines(of: node).upperBound,
            function: function, message: message, suggestion: suggestion)
    }

    /// A finding at the name of a function or type: the whole of it is meant.
    func finding(
        at function: FunctionUnit, in file: FileIndex, _ message: String, suggestion: String
    ) -> Finding {
        var finding = finding(
            at: function.node.headNode, in: file, function: function.name, message,
            suggestion: suggestion)
        finding.endLine = file.source.lines(of: function.node).upperBound
        return finding
    }
}

extension FunctionUnit {
    /// All that belongs to it: of an accessor the property with its type.
    var whole: Syntax {
        guard kind == .accessor else { return node }
        return node.ancestor(VariableDeclSyntax.self).map { Syntax($0) } ?? node
    }
}

extension Syntax {
    /// The keyword of a declaration, below its attributes; the node itself for anything else.
    var headNode: Syntax {
        if let node = `as`(FunctionDeclSyntax.self) { return Syntax(node.funcKeyword) }
        if let node = `as`(StructDeclSyntax.self) { return Syntax(node.structKeyword) }
        if let node = `as`(ClassDeclSyntax.self) { return Syntax(node.classKeyword) }
        if let node = `as`(ActorDeclSyntax.self) { return Syntax(node.actorKeyword) }
        if let node = `as`(EnumDeclSyntax.self) { return Syntax(node.enumKeyword) }
        if let node = `as`(InitializerDeclSyntax.self) { return Syntax(node.initKeyword) }
        if let node = `as`(AccessorBlockSyntax.self),
            let variable = node.ancestor(VariableDeclSyntax.self)
        {
            return Syntax(variable.bindingSpecifier)
        }
        if let node = `as`(ClosureExprSyntax.self),
            let call = node.ancestor(FunctionCallExprSyntax.self)
        {
            return Syntax(call)
        }
        return self
    }
}
