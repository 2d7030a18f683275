// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax

/// Writes a move: the service, the handler, what its errors mean, and a test to fill in.
struct MoveWriter {
    private let move: Move
    private let texts: MoveTexts
    private var code: HandlerCode { move.code }
    private var index: AppIndex { code.index }
    private var target: ServiceTarget { move.target }

    init(_ move: Move) {
        self.move = move
        texts = MoveTexts(move: move)
    }

    /// Every file that changes, in the order in which one would read them.
    func changes() throws(Refusal) -> [FileChange] {
        var edits: [String: [TextEdit]] = [:]
        var made: [FileChange] = []
        edits[code.file.source.path, default: []] += handlerEdits()
        if target.existing == nil {
            made.append(FileChange(path: target.path, old: nil, new: try newService()))
        } else {
            edits[target.path, default: []] += try serviceEdits()
        }
        if case .container(let type, _, let property) = move.reach {
            try addToContainer(type, property, &edits)
        }
        if let mapping = texts.mapping() {
            if let path = mappingFile {
                made.append(FileChange(path: path, old: nil, new: mappingText(mapping)))
            } else {
                edits[code.file.source.path, default: []].append(append(mapping, to: code.file))
            }
        }
        if let test = TestSkeleton(move).change() { made.append(test) }
        return made + edited(edits)
    }

    private func edited(_ edits: [String: [TextEdit]]) -> [FileChange] {
        index.files.compactMap { file in
            guard let list = edits[file.source.path], !list.isEmpty else { return nil }
            let text = file.source.text
            return FileChange(
                path: file.source.path, old: text, new: TextEdit.apply(list, to: text))
        }
    }

    // MARK: The handler

    private func handlerEdits() -> [TextEdit] {
        let range = MovedBody.range(move)
        let column = code.file.source.column(at: range.lowerBound)
        var edits = [TextEdit(range, texts.call(indentation: column))]
        if case .property(let name) = move.reach { edits.append(property(name)) }
        return edits
    }

    /// The property of the handler's type that makes the service, behind those that are kept.
    private func property(_ name: String) -> TextEdit {
        let text = "    private var \(name): \(target.name) { \(move.making) }"
        guard let number = code.function.ownerUnit else { return TextEdit(at: 0, "") }
        return insert(text, into: code.file.types[number])
    }

    private func insert(_ text: String, into unit: TypeUnit) -> TextEdit {
        let stored = unit.properties.last { $0.isStored && !$0.isStatic }
        if let node = stored?.node {
            let end = node.endPositionBeforeTrailingTrivia.utf8Offset
            // Behind a comment that stands on the property's line.
            let bytes = Array(index.files[unit.file].source.text.utf8)
            let line = bytes[end...].firstIndex(of: UInt8(ascii: "\n")) ?? end
            return TextEdit(at: line, "\n\n" + text)
        }
        let brace = unit.node.asProtocol((any DeclGroupSyntax).self)?.memberBlock.leftBrace
        return TextEdit(at: brace?.endPositionBeforeTrailingTrivia.utf8Offset ?? 0, "\n\(text)\n")
    }

    private func addToContainer(
        _ type: String, _ property: String, _ edits: inout [String: [TextEdit]]
    ) throws(Refusal) {
        guard let unit = index.declaration(of: type) else { return }
        let arguments = move.kept.map { "\($0.name): \($0.dependency.name)" }
        let making = "\(target.name)(\(arguments.joined(separator: ", ")))"
        let text = "    var \(property): \(target.name) { \(making) }"
        edits[index.files[unit.file].source.path, default: []].append(insert(text, into: unit))
    }

    // MARK: The service

    private func newService() throws(Refusal) -> String {
        let parts = [Imports(move).text, try texts.service(), texts.errorType()].compactMap { $0 }
        return parts.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
    }

    private func serviceEdits() throws(Refusal) -> [TextEdit] {
        guard let unit = target.existing,
            let block = unit.node.asProtocol((any DeclGroupSyntax).self)?.memberBlock
        else { return [] }
        let file = index.files[unit.file]
        let brace = block.rightBrace.positionAfterSkippingLeadingTrivia.utf8Offset
        let before = file.source.column(at: brace) == 0 ? "\n" : "\n\n"
        var edits = [TextEdit(at: brace, before + (try texts.method()) + "\n")]
        if let error = texts.errorType() { edits.append(append(error, to: file)) }
        let missing = Imports(move).missing(in: file)
        if !missing.isEmpty {
            let offset = file.imports.last?.node.endPositionBeforeTrailingTrivia.utf8Offset
            let text = missing.joined(separator: "\n")
            edits.append(
                offset.map { TextEdit(at: $0, "\n" + text) } ?? TextEdit(at: 0, text + "\n\n"))
        }
        return edits
    }

    // MARK: Errors

    /// A file of its own where the app has such files; nil: behind the handler's type.
    private var mappingFile: String? {
        let module = code.file.source.module
        let files = index.files.filter { $0.source.module == module }
        let other = files.first { $0.source.name.hasSuffix("Error+Problem.swift") }
        guard let other else { return nil }
        let folder = other.source.path.split(separator: "/").dropLast().joined(separator: "/")
        return "\(folder)/\(move.errorName)+Problem.swift"
    }

    private func mappingText(_ mapping: String) -> String {
        let module = target.module.name
        let own = code.file.source.module.name == module ? "" : "import \(module)\n"
        return "import Fledge\n\(own)\n\(mapping)\n"
    }

    private func append(_ text: String, to file: FileIndex) -> TextEdit {
        let source = file.source.text
        let gap = source.hasSuffix("\n") ? "\n" : "\n\n"
        return TextEdit(at: source.utf8.count, gap + text + "\n")
    }
}
