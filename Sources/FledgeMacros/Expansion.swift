// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftDiagnostics
import SwiftParser
import SwiftSyntax
import SwiftSyntaxBuilder
import SwiftSyntaxMacroExpansion
import SwiftSyntaxMacros

/// What the macros make of a source text: the extensions they write and the mistakes they report.
///
/// For the tests, through ``PluginProgram``. It stands here because no other target of the package may
/// depend on swift-syntax.
struct Expansion: CustomStringConvertible {
    private static let verbs = [
        "GET", "POST", "PUT", "PATCH", "DELETE", "QUERY", "HEAD", "OPTIONS",
    ]

    private static var macros: [String: MacroSpec] {
        var macros = [
            "Route": MacroSpec(type: RouteMacro.self, conformances: ["Controller"]),
            "Controller": MacroSpec(type: ControllerMacro.self, conformances: ["Controller"]),
            "FolderMiddleware": MacroSpec(type: FolderMiddlewareMacro.self),
            "Settings": MacroSpec(type: SettingsMacro.self),
            "Variable": MacroSpec(type: VariableMacro.self),
            "Schema": MacroSpec(type: SchemaMacro.self, conformances: ["SchemaType"]),
            "Field": MacroSpec(type: FieldMacro.self),
        ]
        for verb in verbs { macros[verb] = MacroSpec(type: VerbMacro.self) }
        return macros
    }

    private let file: SourceFileSyntax
    private let expanded: SourceFileSyntax?
    private let context: BasicMacroExpansionContext

    init(of source: String) {
        let file = Parser.parse(source: source)
        let context = BasicMacroExpansionContext(
            sourceFiles: [file: .init(moduleName: "App", fullFilePath: "/app/File.swift")])
        let result = file.expand(
            macroSpecs: Self.macros,
            contextGenerator: { node in
                BasicMacroExpansionContext(
                    sharingWith: context, lexicalContext: node.allMacroLexicalContexts())
            })
        self.file = file
        expanded = result.as(SourceFileSyntax.self)
        self.context = context
    }

    /// The mistakes by place, then the extensions.
    var description: String {
        let mistakes = context.diagnostics.flatMap(lines)
        return (mistakes + extensions).map { $0 + "\n" }.joined()
    }

    /// What was written, without the input: members of the declarations that stand there, in their
    /// order, then declarations.
    private var extensions: [String] {
        guard let expanded else { return ["(the expansion is no source file)"] }
        let old = file.statements.map { Syntax($0.item) }
        let new = expanded.statements.map { Syntax($0.item) }
        let members = zip(old, new).flatMap(Self.membersAdded)
        return members + expanded.statements.dropFirst(old.count).map(\.trimmedDescription)
    }

    /// The members that `new` has behind those of `old`, also in its nested types.
    private static func membersAdded(to old: Syntax, in new: Syntax) -> [String] {
        guard let old = old.asProtocol((any DeclGroupSyntax).self)?.memberBlock.members,
            let group = new.asProtocol((any DeclGroupSyntax).self)
        else { return [] }
        let new = group.memberBlock.members
        let nested = zip(old, new).flatMap {
            membersAdded(to: Syntax($0.decl), in: Syntax($1.decl))
        }
        let added = new.dropFirst(old.count).map(\.trimmedDescription)
        guard !added.isEmpty else { return nested }
        return nested + ["// in \(group.introducer.text) \(name(of: group)):"] + added
    }

    private static func name(of group: any DeclGroupSyntax) -> String {
        group.asProtocol((any NamedDeclSyntax).self)?.name.text ?? ""
    }

    private func lines(of diagnostic: Diagnostic) -> [String] {
        let place = place(of: diagnostic.node, diagnostic.position)
        var lines = ["\(place): error: \(diagnostic.message)"]
        for note in diagnostic.notes {
            lines.append("    \(self.place(of: note.node, note.position)): note: \(note.message)")
        }
        for fix in diagnostic.fixIts {
            lines.append("    fix-it: \(fix.message.message): \(changes(of: fix))")
        }
        return lines
    }

    /// Macros see copies of the nodes; the context knows where those stood.
    private func place(of node: Syntax, _ position: AbsolutePosition) -> String {
        let location = context.location(for: position, anchoredAt: node, fileName: "File.swift")
        return "File.swift:\(location.line):\(location.column)"
    }

    private func changes(of fix: FixIt) -> String {
        fix.changes.map { change in
            guard case .replace(let old, let new) = change else { return "another kind of change" }
            return "'\(old.description)' becomes '\(new.description)'"
        }
        .joined(separator: ", ")
    }
}
