// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax

/// Which lines of a file hold code.
enum CodeLines {
    /// One entry for each line, from 1; entry 0 is unused.
    ///
    /// A line holds code when a token lies on it. A text over many lines is one token, or a few, and
    /// counts as many lines as it has.
    static func find(_ tree: SourceFileSyntax, _ locations: SourceLocationConverter) -> [Bool] {
        let last = tree.endLocation(converter: locations).line
        var lines = [Bool](repeating: false, count: last + 2)
        for token in tree.tokens(viewMode: .sourceAccurate) where token.tokenKind != .endOfFile {
            let start = locations.location(for: token.positionAfterSkippingLeadingTrivia).line
            lines[start] = true
            guard case .stringSegment = token.tokenKind else { continue }
            let end = locations.location(for: token.endPositionBeforeTrailingTrivia).line
            for line in start...max(start, end) where line < lines.count { lines[line] = true }
        }
        return lines
    }
}
