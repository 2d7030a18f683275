// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax

/// The first paragraph of a doc comment.
enum DocSummary {
    /// - Returns: The paragraph in one line; `nil` when there is no doc comment.
    static func of(_ node: some SyntaxProtocol) -> String? {
        firstParagraph(of: lines(of: node).map(\.trimmed))
    }

    /// The lines of the doc comment, with the indentation that they have in it.
    static func lines(of node: some SyntaxProtocol) -> [String] {
        var lines: [String] = []
        for piece in node.leadingTrivia {
            switch piece {
            case .docLineComment(let text):
                lines.append(String(text.dropFirst(text.hasPrefix("/// ") ? 4 : 3)))
            case .docBlockComment(let text):
                lines = block(text)
            case .newlines(let count) where count > 1,
                .carriageReturnLineFeeds(let count) where count > 1:
                // A blank line parts a comment from what follows.
                lines = []
            default:
                continue
            }
        }
        return lines
    }

    private static func block(_ text: String) -> [String] {
        text.dropFirst(3).dropLast(2)
            .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .map { line in
                let line = String(line).trimmed
                guard line.hasPrefix("*") else { return line }
                return String(line.dropFirst(line.hasPrefix("* ") ? 2 : 1))
            }
    }

    private static func firstParagraph(of lines: [String]) -> String? {
        let paragraph = lines.drop(while: \.isEmpty).prefix { !$0.isEmpty && !$0.hasPrefix("- ") }
        return paragraph.isEmpty ? nil : paragraph.joined(separator: " ")
    }
}

extension String {
    /// Without white space at both ends.
    var trimmed: String {
        let start = drop(while: \.isWhitespace)
        guard let end = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(start[...end])
    }
}
