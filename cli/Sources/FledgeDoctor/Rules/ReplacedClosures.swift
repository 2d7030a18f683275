// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax

/// Properties that hold a closure, in whose place tests put one of their own:
/// `services.export = { "the list" }`.
///
/// What the app would have put there runs in no test that does so.
struct ReplacedClosures {
    /// The functions of tests that replace a property, or call one that does, by its name.
    private var functions: [String: Set<SyntaxIdentifier>] = [:]
    private var read: Set<String> = []

    init(_ index: AppIndex) {
        let properties = index.types.values.joined().flatMap(\.properties)
        let names = Set(properties.filter { $0.type?.contains("->") == true }.map(\.name))
        let tests = index.files.filter(\.isTest)
            .flatMap { $0.source.tree.all(FunctionDeclSyntax.self) }
        for name in names {
            var found = tests.filter { Self.replaces(name, in: $0) }
            guard !found.isEmpty else { continue }
            let makers = Set(found.map(\.name.text))
            found += tests.filter { test in
                test.all(FunctionCallExprSyntax.self).contains {
                    $0.calleeName.map(makers.contains) ?? false
                }
            }
            let ids = Set(found.map(\.id))
            functions[name] = ids
            if tests.contains(where: { !ids.contains($0.id) && $0.count(ofName: name) > 0 }) {
                read.insert(name)
            }
        }
    }

    /// Notes that another test asks for something that reads a property.
    mutating func note(_ paths: [TestIndex.Path], of handler: FunctionUnit) {
        for (name, functions) in functions where handler.body.count(ofName: name) > 0 {
            if paths.contains(where: { $0.function.map { !functions.contains($0) } ?? true }) {
                read.insert(name)
            }
        }
    }

    /// What a function of the app puts into properties that tests always put something else in.
    func bodies(in function: FunctionUnit) -> Set<SyntaxIdentifier> {
        let names = Set(functions.keys).subtracting(read)
        guard !names.isEmpty else { return [] }
        let assigned = function.body.all(InfixOperatorExprSyntax.self).filter {
            $0.operator.is(AssignmentExprSyntax.self)
                && $0.leftOperand.memberPath?.last.map(names.contains) == true
        }
        let given = function.body.all(LabeledExprSyntax.self).filter {
            names.contains($0.label?.text ?? "") && $0.expression.is(ClosureExprSyntax.self)
        }
        return Set(assigned.map(\.rightOperand.id) + given.map(\.expression.id))
    }

    private static func replaces(_ name: String, in test: FunctionDeclSyntax) -> Bool {
        test.all(InfixOperatorExprSyntax.self).contains {
            $0.operator.is(AssignmentExprSyntax.self)
                && $0.leftOperand.bare.is(MemberAccessExprSyntax.self)
                && $0.leftOperand.memberPath?.last == name
        }
            || test.all(LabeledExprSyntax.self).contains {
                $0.label?.text == name && $0.expression.is(ClosureExprSyntax.self)
            }
    }
}
