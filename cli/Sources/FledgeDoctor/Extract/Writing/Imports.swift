// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax

/// What the service imports of what the handler's file does: nothing of the web, and a database only
/// with SQL.
struct Imports {
    private let lines: [(module: String, text: String)]

    init(_ move: Move) {
        let types = move.kept.compactMap(\.dependency.type).map(TypeText.last)
        let texts = move.facts.flatMap { $0.node.all(StringLiteralExprSyntax.self) }
        let needsDatabase =
            !KnownNames.databaseTypes.isDisjoint(with: types)
            || texts.contains(where: SQLText.isStatement)
        var lines: [(module: String, text: String)] = []
        for (name, node) in move.code.file.imports {
            if KnownNames.webModules.contains(name) || name == move.target.module.name { continue }
            if KnownNames.databaseModules.contains(name), !needsDatabase { continue }
            let whole = node.ancestor(IfConfigDeclSyntax.self).map { Syntax($0) } ?? node
            let text = whole.trimmedDescription
            if !lines.contains(where: { $0.text == text }) { lines.append((name, text)) }
        }
        self.lines = lines
    }

    var text: String { lines.map(\.text).joined(separator: "\n") }

    /// Those that a file does not have yet.
    func missing(in file: FileIndex) -> [String] {
        lines.filter { line in !file.imports.contains { $0.name == line.module } }.map(\.text)
    }
}
