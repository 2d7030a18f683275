// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax

/// The statements that move, in the words of the service.
struct MovedBody {
    private let move: Move
    private var code: HandlerCode { move.code }

    init(_ move: Move) { self.move = move }

    /// Where the statements stand in the handler's file, with the comments before them.
    static func range(_ move: Move) -> Range<Int> {
        let list = move.facts.map(\.node)
        guard let first = list.first, let last = list.last else { return 0..<0 }
        let blanks = first.leadingTrivia.prefix { piece in
            switch piece {
            case .newlines, .carriageReturns, .carriageReturnLineFeeds, .spaces, .tabs: true
            default: false
            }
        }
        let skipped = Trivia(pieces: Array(blanks)).sourceLength.utf8Length
        let spaces = last.trailingTrivia.reversed().prefix { piece in
            if case .spaces = piece { true } else { false }
        }
        let cut = Trivia(pieces: Array(spaces)).sourceLength.utf8Length
        return (first.position.utf8Offset + skipped)..<(last.endPosition.utf8Offset - cut)
    }

    /// The method's body, indented.
    func text(indentation: Int) throws(Refusal) -> String {
        let range = Self.range(move)
        let bytes = Array(code.file.source.text.utf8)[range]
        var edits = try self.edits().filter { range.contains($0.range.lowerBound) }
        let returning = returnInstead
        if let returning { edits.append(returning) }
        let text = TextEdit.apply(
            edits, to: String(decoding: bytes, as: UTF8.self), startingAt: range.lowerBound)
        let old = code.file.source.column(at: range.lowerBound)
        let body = Indentation.shift(text, from: old, to: indentation)
        guard !move.region.isEnd, !move.outputs.isEmpty, returning == nil else { return body }
        let names = move.outputs.map(\.name)
        let value = names.count == 1 ? names[0] : "(\(names.joined(separator: ", ")))"
        return body + "\n" + String(repeating: " ", count: indentation) + "return \(value)"
    }

    /// `return database.stream(…)` for `let rows = database.stream(…)` and `return rows`.
    private var returnInstead: TextEdit? {
        guard !move.region.isEnd, move.outputs.count == 1, let name = move.outputs.first?.name,
            let node = move.facts.last?.node.item.as(VariableDeclSyntax.self),
            let binding = node.bindings.first, node.bindings.count == 1,
            binding.pattern.trimmedDescription == name, binding.typeAnnotation == nil,
            let value = binding.initializer?.value, binding.accessorBlock == nil
        else { return nil }
        let start = node.positionAfterSkippingLeadingTrivia.utf8Offset
        return TextEdit(start..<value.positionAfterSkippingLeadingTrivia.utf8Offset, "return ")
    }

    private func edits() throws(Refusal) -> [TextEdit] {
        let problems = throwing
        var edits = problems
        for use in move.facts.flatMap(\.uses) {
            guard case .dependency(let dependency) = code.meaning(of: use),
                let name = move.kept.first(where: { $0.dependency.path == dependency.path })?.name,
                let edit = try rename(use, dependency, to: name),
                !problems.contains(where: { $0.range.overlaps(edit.range) })
            else { continue }
            edits.append(edit)
        }
        return edits
    }

    /// Problems that are errors of the domain from now on.
    private var throwing: [TextEdit] {
        move.errors.flatMap { error in
            error.throwing.map {
                TextEdit(replacing: $0.expression, with: "\(move.errorName).\(error.value)")
            }
        }
    }

    /// `slots.find(id)` in the service of slots is `find(id)`; `auctions` is what the service calls it.
    private func rename(
        _ use: NameUse, _ dependency: Dependency, to name: String
    ) throws(Refusal) -> TextEdit? {
        var node = ExprSyntax(use.node)
        let members = dependency.path.count - (use.name == "self" ? 0 : 1)
        for _ in 0..<members {
            if let member = node.parent?.as(MemberAccessExprSyntax.self) {
                node = ExprSyntax(member)
            }
        }
        if name.isEmpty { return own(node) }
        let text = locals.contains(name) ? "self.\(name)" : name
        guard node.trimmedDescription != text else { return nil }
        guard use.node.parent != nil else {
            throw Refusal(
                "shorthand", "'\(use.name)' is unwrapped by its short form.", at: code.place,
                remedy: "Write it out: if let \(use.name) = \(use.name)")
        }
        return TextEdit(replacing: node, with: text)
    }

    private func own(_ node: ExprSyntax) -> TextEdit {
        guard let member = node.parent?.as(MemberAccessExprSyntax.self), member.base?.id == node.id
        else { return TextEdit(replacing: node, with: "self") }
        let name = member.declName.baseName
        let start = node.positionAfterSkippingLeadingTrivia.utf8Offset
        let end = name.positionAfterSkippingLeadingTrivia.utf8Offset
        return TextEdit(start..<end, locals.contains(name.text) ? "self." : "")
    }

    /// Every name that is declared in the statements or given to them.
    private var locals: Set<String> {
        var names = Set(move.inputs.map(\.name))
        for facts in move.facts {
            names.formUnion(facts.node.all(IdentifierPatternSyntax.self).map(\.identifier.text))
            names.formUnion(
                facts.node.all(ClosureExprSyntax.self).flatMap(\.parameterUnits).map(\.name))
        }
        return names
    }
}

extension SourceFile {
    /// How many bytes stand before a place in its line.
    func column(at offset: Int) -> Int {
        let before = Array(text.utf8).prefix(offset)
        return before.count - ((before.lastIndex(of: UInt8(ascii: "\n")) ?? -1) + 1)
    }
}
