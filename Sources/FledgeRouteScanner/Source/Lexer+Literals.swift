// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

// Strings and regular expressions: the two places where text may look like code.

extension Lexer {
    /// Reads a string literal from its first quote, after `hashes` number signs.
    ///
    /// Interpolations are read as tokens, so strings, comments and parentheses inside them do not
    /// end the literal too early.
    mutating func lexString(hashes: Int) -> Token.Kind {
        let quotes = isMultilineDelimiter(hashes: hashes) ? 3 : 1
        advance(by: quotes)
        var value: [UInt8] = []
        var isPlain = true
        while !isAtEnd {
            if byte(0) == .quote, isStringEnd(quotes: quotes, hashes: hashes) {
                advance(by: quotes + hashes)
                break
            }
            // A missing quote must not swallow the rest of the file.
            if quotes == 1, byte(0).isNewline { break }
            if byte(0) == .backslash, hasHashes(hashes, at: 1) {
                advance(by: 1 + hashes)
                if byte(0) == .openParen {
                    isPlain = false
                    skipInterpolation()
                    continue
                }
            }
            value.append(byte(0))
            advance()
        }
        return .string(isPlain ? String(decoding: value, as: UTF8.self) : nil)
    }

    /// Whether three quotes here open a multi-line literal.
    ///
    /// `#"""#` does not: it is a raw string of one quote, because it closes on the same line.
    private func isMultilineDelimiter(hashes: Int) -> Bool {
        guard byte(0) == .quote, byte(1) == .quote, byte(2) == .quote else { return false }
        guard hashes > 0 else { return true }
        var offset = 2
        while index + offset < bytes.count, !byte(offset).isNewline {
            if byte(offset) == .quote, hasHashes(hashes, at: offset + 1) { return false }
            offset += 1
        }
        return true
    }

    private func isStringEnd(quotes: Int, hashes: Int) -> Bool {
        (0..<quotes).allSatisfy { byte($0) == .quote } && hasHashes(hashes, at: quotes)
    }

    private func hasHashes(_ count: Int, at offset: Int) -> Bool {
        (0..<count).allSatisfy { byte(offset + $0) == .hash }
    }

    private mutating func skipInterpolation() {
        var depth = 0
        while let token = next() {
            if token.isPunctuation("(") { depth += 1 }
            if token.isPunctuation(")") { depth -= 1 }
            if depth == 0 { return }
        }
    }

    /// Skips `/.../` if that is what starts here, and says whether it was.
    ///
    /// The rules of SE-0354: on one line, no blank after the first or before the last slash, and
    /// no `)` without its `(`, so that `reduce(1, /)` stays an operator.
    mutating func skipBareRegex() -> Bool {
        guard !byte(1).isBlank else { return false }
        var offset = 1
        var depth = 0
        while index + offset < bytes.count, !byte(offset).isNewline {
            switch byte(offset) {
            case .backslash: offset += 1
            case .openParen: depth += 1
            case .closeParen: depth -= 1
            case .slash:
                guard !byte(offset - 1).isBlank else { return false }
                advance(by: offset + 1)
                return true
            default: break
            }
            guard depth >= 0 else { return false }
            offset += 1
        }
        return false
    }

    /// Skips `#/.../#` if it closes, and says whether it did.
    ///
    /// It may span lines only when nothing
    /// follows the opening slash on its line.
    mutating func skipExtendedRegex(hashes: Int) -> Bool {
        var offset = hashes + 1
        while byte(offset) == .space || byte(offset) == .tab { offset += 1 }
        let isMultiline = byte(offset).isNewline
        while index + offset < bytes.count {
            if byte(offset) == .slash, hasHashes(hashes, at: offset + 1) {
                advance(by: offset + 1 + hashes)
                return true
            }
            if !isMultiline, byte(offset).isNewline { return false }
            offset += byte(offset) == .backslash ? 2 : 1
        }
        return false
    }
}
