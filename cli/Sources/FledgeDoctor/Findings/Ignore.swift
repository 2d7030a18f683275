// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax

/// A comment that silences a rule for one place: `// fledge:ignore rule-name: reason`.
///
/// It stands at the end of the line, or on a line above. Attributes and comments between it and the
/// line do not separate them.
struct Ignore: Sendable {
    var rules: [String]
    var reason: String
    /// The line of the comment.
    var line: Int
    var column: Int
    /// The lines that it speaks of.
    var covers: ClosedRange<Int>

    static let marker = "fledge:ignore"

    static func find(in source: SourceFile) -> [Ignore] {
        // Most files have none; a look at the text is cheaper than one at each token.
        guard source.text.contains(marker) else { return [] }
        var found: [Ignore] = []
        for token in source.tree.tokens(viewMode: .sourceAccurate) {
            found += ignores(token.leadingTrivia, from: token.position, source, token)
            found += ignores(
                token.trailingTrivia, from: token.endPositionBeforeTrailingTrivia, source, nil)
        }
        return found
    }

    private static func ignores(
        _ trivia: Trivia, from start: AbsolutePosition, _ source: SourceFile, _ next: TokenSyntax?
    ) -> [Ignore] {
        var position = start
        var found: [Ignore] = []
        for piece in trivia.pieces {
            if case .lineComment(let text) = piece, let (rules, reason) = read(text) {
                let place = source.locations.location(for: position)
                let code = next.map { firstLine(after: $0, source) }
                found.append(
                    Ignore(
                        rules: rules, reason: reason, line: place.line, column: place.column,
                        covers: place.line...max(place.line, code ?? place.line)))
            }
            position += piece.sourceLength
        }
        return found
    }

    /// Past the attributes of a declaration, so that a silence above `@POST` reaches the `func` below.
    private static func firstLine(after token: TokenSyntax, _ source: SourceFile) -> Int {
        var node = token.parent
        var line = source.locations.location(for: token.positionAfterSkippingLeadingTrivia).line
        while let current = node,
            current.positionAfterSkippingLeadingTrivia == token.positionAfterSkippingLeadingTrivia
        {
            if let attributed = current.asProtocol((any WithAttributesSyntax).self),
                let last = attributed.attributes.last,
                let after = last.nextToken(viewMode: .sourceAccurate)
            {
                line = max(
                    line,
                    source.locations.location(for: after.positionAfterSkippingLeadingTrivia).line)
            }
            node = current.parent
        }
        return line
    }

    private static func read(_ comment: String) -> (rules: [String], reason: String)? {
        let text = comment.drop { $0 == "/" }.drop { $0 == " " }
        guard text.hasPrefix(marker) else { return nil }
        let rest = text.dropFirst(marker.count)
        let colon = rest.firstIndex(of: ":") ?? rest.endIndex
        let rules = rest[..<colon].split { $0 == "," || $0 == " " }.map(String.init)
        let reason = colon == rest.endIndex ? "" : String(rest[rest.index(after: colon)...]).trimmed
        return (rules, reason)
    }
}
