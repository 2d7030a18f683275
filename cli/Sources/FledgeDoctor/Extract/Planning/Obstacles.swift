// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax

/// What would make the logic mean something else in the service, or the answers other ones.
struct Obstacles {
    private let code: HandlerCode
    private let region: Region
    private let target: ServiceTarget
    private let errors: [ErrorCase]

    init(
        _ code: HandlerCode, _ region: Region, _ target: ServiceTarget, _ errors: [ErrorCase]
    ) {
        self.code = code
        self.region = region
        self.target = target
        self.errors = errors
    }

    /// - Throws: ``Refusal``
    func check() throws(Refusal) {
        try checkOwner()
        try checkShadows()
        try checkSQL()
        if !errors.isEmpty { try checkCatches() }
    }

    /// A class or an actor may change what it keeps between two calls.
    private func checkOwner() throws(Refusal) {
        guard let owner = code.function.owner, code.function.kind != .closure,
            let unit = code.index.declaration(of: owner), unit.kind == .actor || unit.kind == .class
        else { return }
        throw Refusal(
            "not-a-value",
            "\(owner) is \(unit.kind == .actor ? "an actor" : "a class"), which may change what it keeps.",
            at: code.place, remedy: "Make it a struct.")
    }

    /// A free name that the service has as a member means another thing there.
    private func checkShadows() throws(Refusal) {
        guard target.existing != nil else { return }
        let methods = code.index.functions.filter { $0.function.owner == target.name }
        let members = Set(methods.map(\.function.simpleName))
            .union(code.index.properties(of: target.name).map(\.name))
        for use in code.statements[region.range].flatMap(\.uses) where members.contains(use.name) {
            guard case .free = code.meaning(of: use) else { continue }
            throw Refusal(
                "shadowed", "'\(use.name)' would mean \(target.name).\(use.name) in the service.",
                at: use.node, in: code.file, remedy: "Move the logic to another service.")
        }
    }

    /// A pure module stays without a database.
    private func checkSQL() throws(Refusal) {
        guard code.index.roles[target.module.name] == .layer(.services) else { return }
        for facts in code.statements[region.range] {
            let texts = facts.node.all(StringLiteralExprSyntax.self)
            guard let text = texts.first(where: { SQLText.isStatement($0) }) else { continue }
            throw Refusal(
                "sql", "It holds SQL, and \(target.module.name) knows no database.", at: text,
                in: code.file,
                remedy: "Put the statement into a store first, and let the service ask that.")
        }
    }

    /// Who catches a `Problem` would not see the error of the domain.
    private func checkCatches() throws(Refusal) {
        for file in code.index.files where !file.isTest {
            let text = file.source.text
            guard ["as? Problem", "as Problem", "is Problem"].contains(where: text.contains) else {
                continue
            }
            throw Refusal(
                "problem-caught",
                "\(file.source.path) catches a Problem by its type, and the logic throws one.",
                at: code.place,
                remedy:
                    "Catch 'any ProblemConvertible' there, or throw an error of the domain here.")
        }
    }
}
