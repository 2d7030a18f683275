// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftOperators
import SwiftParser
import SwiftSyntax

/// A file that was read and parsed, once.
///
/// What does not compile is parsed as far as it goes: the parser gives a tree for any text.
struct SourceFile: Sendable {
    /// Below the folder that is examined.
    let path: String
    let module: Module
    let tree: SourceFileSyntax
    let locations: SourceLocationConverter
    /// The lines that hold code: neither blank nor only comments.
    let codeLines: [Bool]
    let text: String

    init(path: String, module: Module, text: String) {
        self.path = path
        self.module = module
        self.text = text
        let parsed = Parser.parse(source: text)
        // `a + b * c` is a flat list until operators are known. Unknown ones stay as they are.
        let folded = OperatorTable.standardOperators.foldAll(parsed) { _ in }
        tree = folded.as(SourceFileSyntax.self) ?? parsed
        locations = SourceLocationConverter(fileName: path, tree: tree)
        codeLines = CodeLines.find(tree, locations)
    }

    var name: String { path.split(separator: "/").last.map(String.init) ?? path }

    /// The folders between the module's own and the file.
    var folders: [String] {
        module.inside(path).split(separator: "/").dropLast().map(String.init)
    }

    func position(of node: some SyntaxProtocol) -> CodePosition {
        let location = node.startLocation(converter: locations)
        return CodePosition(file: path, line: location.line, column: location.column)
    }

    func lines(of node: some SyntaxProtocol) -> ClosedRange<Int> {
        let start = node.startLocation(converter: locations).line
        return start...max(start, node.endLocation(converter: locations).line)
    }

    /// How many lines of a range hold code.
    func codeLineCount(_ range: ClosedRange<Int>) -> Int {
        range.reduce(0) { $0 + (codeLines.indices.contains($1) && codeLines[$1] ? 1 : 0) }
    }
}

/// A place in a file, counted from 1, columns in UTF-8 bytes as the compiler counts them.
package struct CodePosition: Sendable, Hashable, Encodable {
    package var file: String
    package var line: Int
    package var column: Int
}
