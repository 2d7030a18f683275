// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax

/// A change of a text, by the UTF-8 offsets of its file.
struct TextEdit: Hashable {
    var range: Range<Int>
    var text: String

    init(_ range: Range<Int>, _ text: String) {
        self.range = range
        self.text = text
    }

    /// Replaces a node without the space around it.
    init(replacing node: some SyntaxProtocol, with text: String) {
        let start = node.positionAfterSkippingLeadingTrivia.utf8Offset
        let end = node.endPositionBeforeTrailingTrivia.utf8Offset
        self.init(start..<end, text)
    }

    /// Puts a text before an offset.
    init(at offset: Int, _ text: String) { self.init(offset..<offset, text) }

    /// Applies changes to a text that starts at an offset of the file.
    static func apply(_ edits: [TextEdit], to text: String, startingAt start: Int = 0) -> String {
        var bytes = Array(text.utf8)
        for edit in edits.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
            let range = (edit.range.lowerBound - start)..<(edit.range.upperBound - start)
            guard range.lowerBound >= 0, range.upperBound <= bytes.count else { continue }
            bytes.replaceSubrange(range, with: Array(edit.text.utf8))
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Applies changes to the text of a node, without the space around it.
    static func apply(_ edits: [TextEdit], to node: some SyntaxProtocol) -> String {
        apply(
            edits, to: node.trimmedDescription,
            startingAt: node.positionAfterSkippingLeadingTrivia.utf8Offset)
    }
}

/// Lines moved to the right or to the left, all by the same.
///
/// Texts over several lines keep their meaning, since their last line moves along.
enum Indentation {
    static func shift(_ text: String, from old: Int, to new: Int) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map {
            number, line in
            if line.allSatisfy(\.isWhitespace) { return "" }
            if number == 0 { return String(repeating: " ", count: new) + line.drop { $0 == " " } }
            let spaces = line.prefix { $0 == " " }.count
            return String(repeating: " ", count: max(0, spaces + new - old))
                + line.dropFirst(spaces)
        }.joined(separator: "\n")
    }
}
