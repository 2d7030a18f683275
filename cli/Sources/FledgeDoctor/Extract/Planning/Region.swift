// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax

/// The statements of a handler that move together.
struct Region {
    var range: ClosedRange<Int>
    /// Values of the handler that they need, in the order in which they are named.
    var inputs: [String]
    /// What they declare and what is used behind them.
    var outputs: [DeclaredName]
    /// Whether they end the handler, so that their `return`s are those of the method.
    var isEnd: Bool
    /// How much of what the doctor complains about is in them.
    var weight: Int

    /// What the call of the method has to carry.
    var interface: Int { inputs.count + 2 * outputs.count }
}

/// Chooses what moves: all that is complained about, with as little to pass on as possible.
struct RegionFinder {
    let code: HandlerCode
    private let weights: [Int]

    init(_ code: HandlerCode) {
        self.code = code
        weights = Self.weights(code)
    }

    /// - Throws: ``Refusal`` when what is complained about cannot be moved.
    func find() throws(Refusal) -> Region {
        let total = weights.reduce(0, +)
        guard total > 0 else {
            throw Refusal(
                "nothing-to-move", "\(code.function.name) decides and computes nothing.",
                at: code.place, remedy: "It binds, calls and answers: that is a handler's own work."
            )
        }
        let count = code.statements.count
        var found: [Region] = []
        for first in 0..<count {
            for last in first..<count {
                if blocker(first...last) == nil, let region = region(first...last) {
                    found.append(region)
                }
            }
        }
        let most = found.map(\.weight).max() ?? 0
        guard most * 2 > total, let best = best(found.filter { $0.weight == most }) else {
            throw refusal()
        }
        return best
    }

    /// What ends the handler moves as a whole; otherwise what has the least to pass on, and of these
    /// the largest.
    private func best(_ regions: [Region]) -> Region? {
        if let whole = regions.filter(\.isEnd).max(by: { $0.range.count < $1.range.count }) {
            return whole
        }
        return regions.min { first, second in
            (first.interface, second.range.count) < (second.interface, first.range.count)
        }
    }

    private func region(_ range: ClosedRange<Int>) -> Region? {
        let isEnd = range.upperBound == code.statements.count - 1
        var inputs = inputs(range)
        // As the handler declares them: its parameters first.
        let order =
            code.function.parameters.map(\.name) + code.statements.flatMap(\.declared).map(\.name)
        inputs.sort { (order.firstIndex(of: $0) ?? .max) < (order.firstIndex(of: $1) ?? .max) }
        let after = code.statements.dropFirst(range.upperBound + 1).flatMap(\.uses).map(\.name)
        let outputs = code.statements[range].flatMap(\.declared).filter { after.contains($0.name) }
        return Region(
            range: range, inputs: inputs, outputs: outputs, isEnd: isEnd,
            weight: weights[range].reduce(0, +))
    }

    /// Values of the handler that statements use before they declare the name themselves:
    /// `guard let flat else` needs the `flat` of the handler.
    private func inputs(_ range: ClosedRange<Int>) -> [String] {
        let before = Set(code.statements.prefix(range.lowerBound).flatMap(\.declared).map(\.name))
        let given = before.union(code.function.parameters.map(\.name))
        var inside: Set<String> = []
        var inputs: [String] = []
        for facts in code.statements[range] {
            for use in facts.uses where given.contains(use.name) && !inside.contains(use.name) {
                if !inputs.contains(use.name) { inputs.append(use.name) }
            }
            inside.formUnion(facts.declared.map(\.name))
        }
        return inputs
    }

    // MARK: What is in the way

    /// Why the statements cannot move together; nil when they can.
    private func blocker(_ range: ClosedRange<Int>) -> Refusal? {
        for number in range {
            if let refusal = blocker(number) { return refusal }
        }
        return leaving(range) ?? writing(range)
    }

    /// Why a statement cannot move at all.
    private func blocker(_ number: Int) -> Refusal? {
        let facts = code.statements[number]
        if let obstacle = facts.obstacle {
            return refusal("not-movable", obstacle.reason, obstacle.node)
        }
        if let name = facts.webNames.first {
            return refusal("web-type", "it uses '\(name.text)', which is of the web", Syntax(name))
        }
        if let name = facts.declared.first(where: \.isFunction) {
            return refusal("local-function", "it declares the function '\(name.name)'", facts.node)
        }
        for use in facts.uses {
            if code.webValues.contains(use.name) {
                return refusal("web-value", "it uses '\(use.name)', a value of the web", facts.node)
            }
            if case .stuck(let reason, let remedy) = code.meaning(of: use) {
                return refusal("not-movable", reason, facts.node, remedy: remedy)
            }
        }
        return nil
    }

    /// A way out of the handler from the middle of it, or with an answer of the web.
    private func leaving(_ range: ClosedRange<Int>) -> Refusal? {
        let isEnd = range.upperBound == code.statements.count - 1
        if !isEnd {
            guard let early = code.statements[range].flatMap(\.returns).first else { return nil }
            return refusal("early-return", "it answers early, with 'return'", Syntax(early))
        }
        if code.function.kind != .closure, let type = code.function.returnType,
            let web = TypeText.names(type).first(where: { HandlerCode.holdsWeb($0, code.index) })
        {
            return refusal(
                "web-answer", "it ends with a \(web), an answer of the web", code.function.body)
        }
        // A dictionary is how an answer is shaped, not what the domain says.
        if let shape = code.statements[range].flatMap(\.returns).first(where: {
            $0.expression?.bare.is(DictionaryExprSyntax.self) ?? false
        }) {
            return refusal("web-answer", "it shapes the answer", Syntax(shape))
        }
        return nil
    }

    /// A variable from outside that is changed inside.
    private func writing(_ range: ClosedRange<Int>) -> Refusal? {
        let inside = Set(code.statements[range].flatMap(\.declared).map(\.name))
        let variables = Set(
            code.statements.prefix(range.lowerBound).flatMap(\.declared).filter(\.isVariable)
                .map(\.name))
        for facts in code.statements[range] {
            for use in facts.uses where !inside.contains(use.name) {
                let mayChange = use.isWritten || use.method != nil && variables.contains(use.name)
                guard mayChange, case .local = code.meaning(of: use) else { continue }
                return refusal(
                    "changed-outside", "it changes '\(use.name)', which is declared before",
                    facts.node)
            }
        }
        return nil
    }

    private func refusal(
        _ kind: String, _ reason: String, _ node: some SyntaxProtocol, remedy: String? = nil
    ) -> Refusal {
        Refusal(kind, reason, at: node, in: code.file, remedy: remedy)
    }

    /// The first thing that is in the way of what is complained about.
    private func refusal() -> Refusal {
        let heavy = weights.indices.filter { weights[$0] > 0 }
        var found = heavy.lazy.compactMap { blocker($0) }.first
        if found == nil, let first = heavy.first, let last = heavy.last {
            found = blocker(first...last)
        }
        var refusal = found ?? Refusal("not-movable", "nothing of it can be moved", at: code.place)
        refusal.reason =
            "The logic of \(code.function.name) cannot be moved as it is: \(refusal.reason)."
        refusal.remedy =
            refusal.remedy
            ?? "Bind what it needs before, shape the answer after it, and keep the rule between."
        return refusal
    }

    // MARK: What is complained about

    private static func weights(_ code: HandlerCode) -> [Int] {
        var weights = code.statements.map { _ in 0 }
        func add(_ weight: Int, at node: some SyntaxProtocol) {
            let place = node.positionAfterSkippingLeadingTrivia
            if let number = code.statements.firstIndex(where: {
                ($0.node.position..<$0.node.endPosition).contains(place)
            }) {
                weights[number] += weight
            }
        }
        let signals = BusinessSignals(code.function, code.index, validations: []).signals
        for signal in signals { add(signal.weight, at: signal.node) }
        for facts in code.statements {
            for text in facts.node.all(StringLiteralExprSyntax.self) where SQLText.isStatement(text)
            {
                add(5, at: text)
            }
            for use in facts.uses {
                guard case .dependency(let dependency) = code.meaning(of: use),
                    let type = dependency.type,
                    KnownNames.databaseTypes.contains(TypeText.last(type))
                else { continue }
                add(5, at: facts.node)
            }
        }
        if weights.allSatisfy({ $0 == 0 }) {
            for (number, facts) in code.statements.enumerated() {
                weights[number] = CognitiveComplexity.measure(
                    Syntax(facts.node), name: code.function.simpleName, skipping: [])
            }
        }
        return weights
    }
}
