// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// Reads a field value piece by piece, from left to right, and never past its end.
///
/// Every parser of this module that reads list or parameter syntax uses this one scanner, so that
/// two readers of the same field cannot disagree about what a token is. A method that does not find
/// its piece returns nil or false; where it stands after that is not specified, so give up.
struct FieldScanner {
    private(set) var rest: Substring.UTF8View

    init(_ text: some StringProtocol) {
        rest = Substring(text).utf8
    }

    var isAtEnd: Bool { rest.isEmpty }

    /// Skips OWS, which is spaces and tabs (RFC 9110 5.6.3).
    mutating func skipWhitespace() {
        _ = take(while: FieldGrammar.isWhitespace)
    }

    /// Skips `byte` if it is next.
    mutating func skip(_ byte: UInt8) -> Bool {
        guard rest.first == byte else { return false }
        rest.removeFirst()
        return true
    }

    /// Skips `literal` if it is next, byte for byte.
    mutating func skip(_ literal: String) -> Bool {
        guard rest.starts(with: literal.utf8) else { return false }
        rest.removeFirst(literal.utf8.count)
        return true
    }

    /// The bytes up to the first one that `accepts` refuses; may be empty.
    mutating func take(while accepts: (UInt8) -> Bool) -> Substring {
        let end = rest.firstIndex { !accepts($0) } ?? rest.endIndex
        let taken = rest[..<end]
        rest = rest[end...]
        return Substring(taken)
    }

    /// A token (RFC 9110 5.6.2), never empty.
    mutating func token() -> Substring? {
        let token = take(while: FieldGrammar.isTokenByte)
        return token.isEmpty ? nil : token
    }

    /// A quoted string (RFC 9110 5.6.4), without its quotes and escapes.
    mutating func quotedString() -> String? {
        guard skip(UInt8(ascii: "\"")) else { return nil }
        var bytes: [UInt8] = []
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "\""):
                return String(decoding: bytes, as: UTF8.self)
            case UInt8(ascii: "\\"):
                guard let escaped = rest.popFirst(), !FieldGrammar.isControl(escaped) else {
                    return nil
                }
                bytes.append(escaped)
            default:
                guard !FieldGrammar.isControl(byte) else { return nil }
                bytes.append(byte)
            }
        }
        return nil  // No closing quote.
    }

    /// Exactly `count` decimal digits as a number; `count` is at most 18, so it cannot overflow.
    mutating func number(digits count: Int) -> Int? {
        var value = 0
        for _ in 0..<count {
            guard let byte = rest.first, FieldGrammar.isDigit(byte) else { return nil }
            value = value * 10 + Int(byte - UInt8(ascii: "0"))
            rest.removeFirst()
        }
        return value
    }

    /// One digit or more as a number; too large a number becomes `Int64.max`.
    ///
    /// Positions and sizes come from strangers, and a number nobody can reach means the same
    /// however large it is.
    mutating func saturatingNumber() -> Int64? {
        let digits = take(while: FieldGrammar.isDigit)
        guard !digits.isEmpty else { return nil }
        return Int64(digits) ?? .max
    }

    /// All `;name=value` pairs up to the end (RFC 9110 5.6.6), or nil if anything else is there.
    ///
    /// Names come out in lower case. Empty parameters (`a/b;;`) are allowed by the RFC and dropped.
    mutating func parameters() -> [MediaType.Parameter]? {
        var parameters: [MediaType.Parameter] = []
        while true {
            skipWhitespace()
            if isAtEnd { return parameters }
            guard skip(UInt8(ascii: ";")) else { return nil }
            skipWhitespace()
            if isAtEnd || rest.first == UInt8(ascii: ";") { continue }
            guard let name = token(), skip(UInt8(ascii: "=")) else { return nil }
            guard let value = token().map(String.init) ?? quotedString() else { return nil }
            parameters.append(.init(name: FieldGrammar.lowercased(name), value: value))
        }
    }
}

/// The character classes of RFC 9110 5.6, and helpers that know only ASCII.
enum FieldGrammar {
    /// `tchar` of RFC 9110 5.6.2.
    static func isTokenByte(_ byte: UInt8) -> Bool { TokenByte.contains(byte) }

    static func isToken(_ text: some StringProtocol) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy(isTokenByte)
    }

    static func isWhitespace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

    static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    static func isAlphanumeric(_ byte: UInt8) -> Bool {
        isDigit(byte) || isUppercase(byte) || (0x61...0x7A).contains(byte)
    }

    /// CTL but not the tab, which field values may hold (RFC 9110 5.5).
    static func isControl(_ byte: UInt8) -> Bool { (byte < 0x20 && byte != 0x09) || byte == 0x7F }

    /// Lower case by ASCII alone: `String.lowercased()` also maps letters that HTTP keeps apart,
    /// such as the Kelvin sign to `k`.
    static func lowercased(_ text: some StringProtocol) -> String {
        guard text.utf8.contains(where: isUppercase) else { return String(text) }
        return String(decoding: text.utf8.map(lowercased), as: UTF8.self)
    }

    static func equalIgnoringCase(_ left: some StringProtocol, _ right: some StringProtocol) -> Bool
    {
        left.utf8.elementsEqual(right.utf8) { lowercased($0) == lowercased($1) }
    }

    static func trimmed(_ text: Substring) -> Substring {
        guard let first = text.utf8.firstIndex(where: { !isWhitespace($0) }),
            let last = text.utf8.lastIndex(where: { !isWhitespace($0) })
        else { return "" }
        return Substring(text.utf8[first...last])
    }

    /// The elements of a `#rule` list (RFC 9110 5.6.1): split at commas outside quoted strings,
    /// trimmed, empty ones dropped.
    static func listElements(_ value: String) -> [Substring] {
        var elements: [Substring] = []
        var isQuoted = false
        var isEscaped = false
        let separators = { (byte: UInt8) -> Bool in
            defer { isEscaped = isQuoted && !isEscaped && byte == UInt8(ascii: "\\") }
            if byte == UInt8(ascii: "\""), !isEscaped { isQuoted.toggle() }
            return byte == UInt8(ascii: ",") && !isQuoted
        }
        for piece in value.utf8.split(whereSeparator: separators) {
            let element = trimmed(Substring(piece))
            if !element.isEmpty { elements.append(element) }
        }
        return elements
    }

    private static func isUppercase(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }

    private static func lowercased(_ byte: UInt8) -> UInt8 {
        isUppercase(byte) ? byte | 0x20 : byte
    }
}
