// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax

/// What the tests call, and which paths they ask for.
struct TestIndex: Sendable {
    struct Call: Sendable {
        /// The type of what is called on, as far as the text tells.
        var type: String?
        /// The last name of what is called on: `orders` of `shop.services.orders.place(…)`.
        var receiver: String?
        var method: String
        var file: Int
        /// The labels of what it is given; nil for a method that is only named.
        var labels: [String]?
    }

    struct Path: Sendable {
        /// Nil when the text is not in a call of a client.
        var verb: String?
        /// `:` for what is computed.
        var segments: [String]
        /// Whether it begins with something computed: `"\(prefix)/users"`.
        var isOpen: Bool
        /// Set when the request is expected to be turned away.
        var refusal: RefusedRequest?
        /// Whether it is a link that the app has put together: what is computed of it is a parameter.
        var isLink = false
        /// The function of the tests that asks for it, as far as it is known.
        var function: SyntaxIdentifier?
    }

    private(set) var calls: [String: [Call]] = [:]
    private(set) var paths: [Path] = []
    /// The names that occur in each test file.
    private(set) var names: [Int: Set<String>] = [:]
    var isEmpty: Bool { names.isEmpty }

    init(_ index: AppIndex) {
        let asked = TestPaths(index.files)
        paths = asked.paths
        for (number, file) in index.files.enumerated() where file.isTest {
            names[number] = Set(file.names.keys)
            let visitor = TestVisitor(
                file: number, index: index, source: file, known: asked.literals)
            visitor.walk(file.source.tree)
            for call in visitor.calls { calls[call.method, default: []].append(call) }
            paths += visitor.paths
        }
    }
}

private final class TestVisitor: SyntaxVisitor {
    let file: Int
    let index: AppIndex
    let source: FileIndex
    var calls: [TestIndex.Call] = []
    var paths: [TestIndex.Path] = []
    private var scopes: [(node: Syntax, scope: Scope)] = []
    /// Literals of paths that are known with their methods.
    private let known: Set<SyntaxIdentifier>

    init(file: Int, index: AppIndex, source: FileIndex, known: Set<SyntaxIdentifier>) {
        self.known = known
        self.file = file
        self.index = index
        self.source = source
        super.init(viewMode: .sourceAccurate)
    }

    override func visit(_ node: FunctionDeclSyntax) -> SyntaxVisitorContinueKind {
        guard let unit = source.functions.first(where: { $0.node == Syntax(node) }) else {
            return .visitChildren
        }
        scopes.append((Syntax(node), Scope(unit, index)))
        return .visitChildren
    }

    override func visitPost(_ node: FunctionDeclSyntax) {
        if scopes.last?.node == Syntax(node) { scopes.removeLast() }
    }

    override func visit(_ node: FunctionCallExprSyntax) -> SyntaxVisitorContinueKind {
        guard let name = node.calleeName else { return .visitChildren }
        let receiver = node.receiver
        let scope = scopes.last?.scope ?? Scope(index)
        let type = receiver.flatMap { scope.type(of: $0) }
        calls.append(
            TestIndex.Call(
                type: type.map(TypeText.core), receiver: receiver.flatMap(Self.lastName),
                method: name.trimmingBackticks, file: file,
                labels: node.arguments.compactMap(\.label?.text)))
        return .visitChildren
    }

    /// A method that is passed on, not called: `#expect(try await service.list == …)`, `map(service.find)`.
    override func visit(_ node: MemberAccessExprSyntax) -> SyntaxVisitorContinueKind {
        guard node.parent?.as(FunctionCallExprSyntax.self)?.calledExpression.id != node.id,
            let base = node.base
        else { return .visitChildren }
        let scope = scopes.last?.scope ?? Scope(index)
        calls.append(
            TestIndex.Call(
                type: scope.type(of: base).map(TypeText.core), receiver: Self.lastName(base),
                method: node.declName.baseName.text, file: file))
        return .visitChildren
    }

    private static func lastName(_ node: ExprSyntax) -> String? {
        let bare = node.bare
        if let call = bare.as(FunctionCallExprSyntax.self) { return call.calleeName }
        if let member = bare.as(MemberAccessExprSyntax.self) {
            return member.declName.baseName.text
        }
        return bare.as(DeclReferenceExprSyntax.self)?.baseName.text
    }

    // MARK: Paths

    override func visit(_ node: StringLiteralExprSyntax) -> SyntaxVisitorContinueKind {
        guard !known.contains(node.id) else { return .visitChildren }
        var text = ""
        for segment in node.segments {
            switch segment {
            case .stringSegment(let part): text += part.content.text
            case .expressionSegment: text.append(TextValue.hole)
            }
        }
        guard text.hasPrefix("/") || text.hasPrefix("\(TextValue.hole)/") else {
            return .visitChildren
        }
        for verb in verbs(around: node) {
            paths.append(TestIndex.Path(text: text, verb: verb, refusal: nil))
        }
        return .visitChildren
    }

    /// A path with a name is asked for wherever the name is: `let path = "/x"`, `client.put(path)`.
    private func verbs(around node: StringLiteralExprSyntax) -> [String?] {
        guard let binding = node.parent?.parent?.as(PatternBindingSyntax.self),
            let name = binding.pattern.as(IdentifierPatternSyntax.self)?.identifier.text,
            let body = node.ancestor(CodeBlockItemListSyntax.self)
        else {
            let verb = verb(around: ExprSyntax(node))
            return verb == nil && isExpectation(ExprSyntax(node)) ? [] : [verb]
        }
        let uses = body.all(DeclReferenceExprSyntax.self).filter { $0.baseName.text == name }
        let verbs = Set(uses.compactMap { verb(around: ExprSyntax($0)) })
        return verbs.isEmpty ? [nil] : verbs.sorted()
    }

    /// Whether a path is compared or sent, not asked for: `#expect(created.location == "/users/1")`.
    private func isExpectation(_ node: ExprSyntax) -> Bool {
        var current = node.parent
        while let parent = current, !parent.is(CodeBlockItemSyntax.self) {
            if let infix = parent.as(InfixOperatorExprSyntax.self) {
                return ["==", "!="].contains(infix.operator.trimmedDescription)
            }
            if parent.is(DictionaryElementSyntax.self) { return true }
            if let label = parent.as(LabeledExprSyntax.self)?.label?.text,
                ["json", "body", "headers", "location", "at"].contains(label)
            {
                return true
            }
            if let call = parent.as(FunctionCallExprSyntax.self), let name = call.calleeName {
                return ["expect", "expectProblem", "hasPrefix", "hasSuffix", "contains", "header"]
                    .contains(name)
            }
            current = parent.parent
        }
        return false
    }

    /// The verb of the client's call: `client.post("/x")`, `client.send(.post, "/x")`.
    private func verb(around node: ExprSyntax) -> String? {
        guard let call = node.ancestor(FunctionCallExprSyntax.self),
            call.arguments.contains(where: { $0.expression.id == node.id }),
            let name = call.calleeName
        else { return nil }
        if Verbs.all.contains(name.uppercased()) { return name.uppercased() }
        for argument in call.arguments {
            let member = argument.expression.as(MemberAccessExprSyntax.self)
            if let verb = member?.declName.baseName.text.uppercased(), Verbs.all.contains(verb) {
                return verb
            }
        }
        return nil
    }
}
