// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax

/// Decides what moves, where to and under which names.
///
/// In two steps: ``questions`` says which types the compiler has to tell, and ``plan(_:)`` decides
/// with its answers. Everything that can be refused without a compiler is refused in the first.
struct MovePlanner {
    let code: HandlerCode
    let region: Region
    let target: ServiceTarget
    let errors: [ErrorCase]
    private let wantedMethod: String?
    private let dependencies: [Dependency]

    /// - Throws: ``Refusal``
    init(_ code: HandlerCode, to name: String, method: String?) throws(Refusal) {
        self.code = code
        wantedMethod = method
        try Self.checkSignature(code)
        region = try RegionFinder(code).find()
        target = try ServiceFinder(code: code).find(name)
        errors = try ErrorCaseReader(code: code).read(region)
        dependencies = Self.dependencies(code, region)
        try Obstacles(code, region, target, errors).check()
    }

    private static func checkSignature(_ code: HandlerCode) throws(Refusal) {
        if code.file.source.text.utf8.contains(UInt8(ascii: "\r")) {
            throw Refusal(
                "line-endings", "\(code.file.source.path) ends its lines with CR LF.",
                at: code.place,
                remedy: "Let them end with LF: swift format -i \(code.file.source.path)")
        }
        guard let node = code.function.node.as(FunctionDeclSyntax.self) else { return }
        if node.genericParameterClause != nil {
            throw Refusal(
                "generic", "\(code.function.name) is generic.", at: code.place,
                remedy: "Move it by hand: the service needs its constraints.")
        }
        if let type = node.signature.effectSpecifiers?.throwsClause?.type {
            throw Refusal(
                "typed-throws", "\(code.function.name) throws \(type.trimmedDescription) only.",
                at: code.place, remedy: "Let it throw anything ('throws').")
        }
    }

    private static func dependencies(_ code: HandlerCode, _ region: Region) -> [Dependency] {
        var found: [Dependency] = []
        for use in code.statements[region.range].flatMap(\.uses) {
            if case .dependency(let dependency) = code.meaning(of: use), !found.contains(dependency)
            {
                found.append(dependency)
            }
        }
        return found
    }

    // MARK: Questions

    /// What only the compiler knows.
    var questions: [TypeProbe.Question] {
        let start = offset(of: code.statements[region.range.lowerBound].node)
        var questions: [TypeProbe.Question] = []
        for input in region.inputs where declaredType(input) == nil {
            questions.append(.init(key: "in \(input)", expression: input, offset: start))
        }
        if let next = code.statements.dropFirst(region.range.upperBound + 1).first {
            for output in region.outputs {
                questions.append(
                    .init(
                        key: "out \(output.name)", expression: output.name,
                        offset: offset(of: next.node)))
            }
        }
        for dependency in dependencies where dependency.type == nil {
            questions.append(
                .init(key: "of \(dependency.text)", expression: dependency.text, offset: start))
        }
        for error in errors {
            guard let node = error.throwing.first else { continue }
            for value in error.payload {
                questions.append(
                    .init(key: value.key, expression: value.expression, offset: offset(of: node)))
            }
        }
        if let question = returnQuestion { questions.append(question) }
        return questions
    }

    /// A closure does not say what it returns.
    private var returnQuestion: TypeProbe.Question? {
        guard region.isEnd, code.function.kind == .closure, let last = code.statements.last else {
            return nil
        }
        let value =
            last.node.item.as(ReturnStmtSyntax.self)?.expression
            ?? last.node.item.as(ExprSyntax.self)
        guard let value else { return nil }
        return .init(
            key: "return", expression: value.trimmedDescription, offset: offset(of: last.node))
    }

    /// The answers as far as the text gives them, for when no compiler is asked.
    var guesses: [String: String] {
        let scope = Scope(code.function, code.index)
        return questions.reduce(into: [:]) { answers, question in
            let type = scope.type(named: question.expression)
            let isUnwrapped =
                unwrapped.contains(question.expression) && type?.hasSuffix("?") == true
            answers[question.key] = isUnwrapped ? type.map { String($0.dropLast()) } : type
        }
    }

    /// What `guard let` has taken out of its optional.
    private var unwrapped: Set<String> {
        let bindings = code.function.body.all(OptionalBindingConditionSyntax.self)
        return Set(
            bindings.compactMap { $0.pattern.as(IdentifierPatternSyntax.self)?.identifier.text })
    }

    private func offset(of node: some SyntaxProtocol) -> Int {
        node.positionAfterSkippingLeadingTrivia.utf8Offset
    }

    private func declaredType(_ name: String) -> String? {
        let isShadowed = code.statements.prefix(region.range.lowerBound)
            .contains { $0.declared.contains { $0.name == name } }
        guard !isShadowed else { return nil }
        let type = code.function.parameters.first { $0.name == name }?.type
        return type?.isEmpty == true ? nil : type
    }

    // MARK: Decision

    /// - Parameter answers: The types, by the keys of the questions.
    /// - Returns: Everything that is to be written.
    /// - Throws: ``Refusal`` when a type is unknown, of the web, or cannot be named elsewhere.
    func plan(_ answers: [String: String]) throws(Refusal) -> Move {
        let types = TypeNames(code, target)
        func type(_ key: String, _ what: String) throws(Refusal) -> String {
            try types.check(answers[key], what)
        }
        var inputs: [Move.Value] = []
        for name in region.inputs {
            let known = declaredType(name) ?? answers["in \(name)"]
            inputs.append(.init(name: name, type: try types.check(known, name)))
        }
        var outputs: [Move.Value] = []
        for output in region.outputs {
            outputs.append(
                .init(
                    name: output.name, type: try type("out \(output.name)", output.name),
                    isVariable: try isChangedLater(output)))
        }
        var payloads: [String: String] = [:]
        for value in errors.flatMap(\.payload) {
            payloads[value.key] = try type(value.key, value.expression)
        }
        var needed: [Dependency] = []
        for var dependency in dependencies {
            dependency.type = try types.check(
                dependency.type ?? answers["of \(dependency.text)"], dependency.text, isKept: true)
            needed.append(dependency)
        }
        let kept = try Keeping(code, target).kept(needed)
        let names = MoveNames(code, region, target, outputs: outputs, waits: waits)
        let method = try names.method(wantedMethod)
        return Move(
            code: code, region: region, target: target, method: method, inputs: inputs,
            outputs: outputs,
            returned: try returned(answers, types), kept: kept, errors: errors,
            errorName: names.error(of: method), payloadTypes: payloads,
            reach: try Keeping(code, target).reach(kept, names))
    }

    private var waits: Bool { code.statements[region.range].contains(where: \.waits) }

    private func returned(_ answers: [String: String], _ types: TypeNames) throws(Refusal)
        -> String?
    {
        guard region.isEnd else { return nil }
        if code.function.kind != .closure {
            return try code.function.returnType.map { type throws(Refusal) in
                try types.check(type, "what it returns")
            }
        }
        guard returnQuestion != nil else { return nil }
        guard let answer = answers["return"] else {
            throw Refusal(
                "unknown-type", "The type of what \(code.function.name) returns is not known.",
                at: code.place, remedy: "Put it into a constant with its type, and return that.")
        }
        let type = try types.check(answer, "what it returns")
        return type == "()" || type == "Void" ? nil : type
    }

    /// Whether what comes back is changed behind the call, and so has to be a variable.
    private func isChangedLater(_ output: DeclaredName) throws(Refusal) -> Bool {
        guard output.isVariable else { return false }
        let changing: Set<String> = [
            "append", "insert", "remove", "removeAll", "removeFirst", "removeLast", "sort", "merge",
            "reverse", "shuffle", "swapAt", "popLast", "popFirst", "update", "toggle", "negate",
            "formUnion", "formIntersection", "subtract", "removeValue", "updateValue",
        ]
        return code.statements.dropFirst(region.range.upperBound + 1).flatMap(\.uses).contains {
            $0.name == output.name && ($0.isWritten || changing.contains($0.method ?? ""))
        }
    }
}
