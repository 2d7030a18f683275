// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

// The bytes that mean something to the lexer, by name.
//
// Plain literals, because the tool is built without optimization in a debug build, where
// `UInt8(ascii:)` and a stored `static let` cost more than everything else in the lexer.

extension UInt8 {
    static var tab: UInt8 { 0x09 }
    static var newline: UInt8 { 0x0A }
    static var carriageReturn: UInt8 { 0x0D }
    static var space: UInt8 { 0x20 }
    static var exclamation: UInt8 { 0x21 }
    static var quote: UInt8 { 0x22 }
    static var hash: UInt8 { 0x23 }
    static var openParen: UInt8 { 0x28 }
    static var closeParen: UInt8 { 0x29 }
    static var star: UInt8 { 0x2A }
    static var comma: UInt8 { 0x2C }
    static var dot: UInt8 { 0x2E }
    static var slash: UInt8 { 0x2F }
    static var colon: UInt8 { 0x3A }
    static var semicolon: UInt8 { 0x3B }
    static var openBracket: UInt8 { 0x5B }
    static var backslash: UInt8 { 0x5C }
    static var backtick: UInt8 { 0x60 }
    static var openBrace: UInt8 { 0x7B }

    var isNewline: Bool { self == 0x0A || self == 0x0D }

    /// Space, tab, line ends, vertical tab and form feed.
    var isBlank: Bool { self == 0x20 || (self >= 0x09 && self <= 0x0D) }

    var isDigit: Bool { self >= 0x30 && self <= 0x39 }

    /// Letters, digits, `_`, `$`, and every byte of a character outside ASCII.
    var isNameByte: Bool {
        let lower = self | 0x20
        return (lower >= 0x61 && lower <= 0x7A) || isDigit || self == 0x5F || self == 0x24
            || self >= 0x80
    }
}
