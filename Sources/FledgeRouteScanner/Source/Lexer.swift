// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// Cuts Swift source into tokens, in one pass over its bytes.
///
/// It knows exactly as much of Swift as is needed never to take the inside of a comment, a string
/// or a regular expression for code. It accepts anything: a file that does not compile yields
/// tokens too, because reporting that is the compiler's business.
struct Lexer {
    let bytes: [UInt8]
    var index = 0
    private var line = 1
    private var lineStart = 0
    /// Whether `func` or `operator` came before: then a `/` is a name and no literal.
    private var isBeforeOperatorName = false

    init(_ text: String) {
        bytes = Array(text.utf8)
        // A byte order mark and a `#!` line may stand before the first token.
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
        if byte(0) == .hash, byte(1) == .exclamation { skipLine() }
    }

    /// All tokens of `text`.
    static func tokens(of text: String) -> [Token] {
        var lexer = Lexer(text)
        var tokens: [Token] = []
        while let token = lexer.next() { tokens.append(token) }
        return tokens
    }

    /// The byte `offset` places ahead; 0 past the end, which no rule of the lexer matches.
    func byte(_ offset: Int) -> UInt8 {
        let place = index + offset
        return place >= 0 && place < bytes.count ? bytes[place] : 0
    }

    var isAtEnd: Bool { index >= bytes.count }

    var position: Position { Position(line: line, column: index - lineStart + 1) }

    /// Moves over one byte and keeps count of lines.
    mutating func advance() {
        let isNewline = byte(0) == .newline || (byte(0) == .carriageReturn && byte(1) != .newline)
        index += 1
        if isNewline {
            line += 1
            lineStart = index
        }
    }

    mutating func advance(by count: Int) {
        for _ in 0..<count where !isAtEnd { advance() }
    }

    /// The next token, or nil at the end of the file.
    mutating func next() -> Token? {
        let before = index
        skipBlank()
        guard !isAtEnd else { return nil }
        let start = index
        let position = position
        let kind = lexToken(isAfterBlank: start > before || start == 0)
        let text: String
        switch kind {
        case .string: text = ""
        case .directive: text = String(decoding: bytes[(start + 1)..<index], as: UTF8.self)
        default: text = String(decoding: bytes[start..<index], as: UTF8.self)
        }
        isBeforeOperatorName = kind == .word && (text == "func" || text == "operator")
        return Token(
            kind: kind, text: text, position: position, hasSpaceBefore: start > before)
    }

    private mutating func lexToken(isAfterBlank: Bool) -> Token.Kind {
        switch byte(0) {
        case .quote:
            return lexString(hashes: 0)
        case .hash:
            return lexHash()
        case .slash where canStartRegex(isAfterBlank: isAfterBlank) && skipBareRegex():
            return .literal
        case .backtick:
            return lexBacktickName()
        case let first where first.isDigit:
            skipNumber()
            return .literal
        case let first where first.isNameByte:
            skipName()
            return .word
        default:
            advance()
            return .punctuation
        }
    }

    /// Reads what starts with `#`: a raw string, an extended regular expression, or a `#word`.
    private mutating func lexHash() -> Token.Kind {
        var hashes = 0
        while byte(hashes) == .hash { hashes += 1 }
        if byte(hashes) == .quote {
            advance(by: hashes)
            return lexString(hashes: hashes)
        }
        if byte(hashes) == .slash, skipExtendedRegex(hashes: hashes) { return .literal }
        advance()
        guard byte(0).isNameByte else { return .punctuation }
        skipName()
        return .directive
    }

    private mutating func lexBacktickName() -> Token.Kind {
        advance()
        while !isAtEnd, byte(0) != .backtick, !byte(0).isNewline { advance() }
        if byte(0) == .backtick { advance() }
        return .word
    }

    // Names, blanks and comments are most of a file. Their loops run over a local copy of `bytes`
    // without `advance()`: in a debug build that halves the time of a scan.

    private mutating func skipName() {
        let bytes = bytes
        var end = index
        while end < bytes.count, bytes[end].isNameByte { end += 1 }
        index = end
    }

    private mutating func skipNumber() {
        while byte(0).isNameByte || (byte(0) == .dot && byte(1).isDigit) { advance() }
    }

    /// A `/` starts a regular expression only where an operand may start (SE-0354).
    private func canStartRegex(isAfterBlank: Bool) -> Bool {
        guard !isBeforeOperatorName else { return false }
        return isAfterBlank
            || [.openParen, .openBracket, .openBrace, .comma, .semicolon, .colon]
                .contains(byte(-1))
    }
}

// MARK: Blanks and comments

extension Lexer {
    private mutating func skipBlank() {
        while !isAtEnd {
            switch (byte(0), byte(1)) {
            case (.slash, .slash): skipLine()
            case (.slash, .star): skipBlockComment()
            case (.space, _): skipSpaces()
            case (let first, _) where first.isBlank: advance()
            default: return
            }
        }
    }

    private mutating func skipSpaces() {
        let bytes = bytes
        var end = index
        while end < bytes.count, bytes[end] == .space { end += 1 }
        index = end
    }

    private mutating func skipLine() {
        let bytes = bytes
        var end = index
        while end < bytes.count, !bytes[end].isNewline { end += 1 }
        index = end
    }

    /// Block comments nest in Swift.
    private mutating func skipBlockComment() {
        var depth = 0
        repeat {
            switch (byte(0), byte(1)) {
            case (.slash, .star):
                depth += 1
                advance(by: 2)
            case (.star, .slash):
                depth -= 1
                advance(by: 2)
            default:
                advance()
            }
        } while depth > 0 && !isAtEnd
    }
}
