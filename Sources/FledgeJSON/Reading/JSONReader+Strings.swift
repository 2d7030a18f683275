// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

extension JSONReader {
    /// Reads a string.
    ///
    /// - Throws: ``JSONError/invalid`` when here is none: that is recorded, and the value consumed.
    public mutating func readString() throws(JSONError) -> String {
        skipSpace()
        guard position < end, bytes[position] == UInt8(ascii: "\"") else {
            throw mismatch("a string")
        }
        let start = position + 1
        let isEscaped = try passString()
        let text = UnsafeRawBufferPointer(rebasing: bytes[start..<(position - 1)])
        return TextBytes.string(of: text, isEscaped: isEscaped)
    }

    /// Passes over the string that stands here and checks it; whether it has escapes.
    mutating func passString() throws(JSONError) -> Bool {
        position += 1
        var isEscaped = false
        while true {
            passPlainWords()
            guard position < end else { throw fail("the string is not closed") }
            switch bytes[position] {
            case UInt8(ascii: "\""):
                position += 1
                return isEscaped
            case UInt8(ascii: "\\"):
                isEscaped = true
                position += 1
                try passEscape()
            case ..<0x20:
                throw fail("a control character in a string must be escaped, found \(found)")
            default:
                position += 1
            }
        }
    }

    /// Eight bytes at a time, up to the first that ends or interrupts the text.
    @inline(__always) private mutating func passPlainWords() {
        while end - position >= 8 {
            let word = bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self)
            let special = TextBytes.special(in: UInt64(littleEndian: word))
            guard special == 0 else {
                position += special.trailingZeroBitCount / 8
                return
            }
            position += 8
        }
    }

    private mutating func passEscape() throws(JSONError) {
        guard position < end else { throw badEscape() }
        switch bytes[position] {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
            UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            position += 1
        case UInt8(ascii: "u"):
            let unit = try passCodeUnit()
            guard 0xD800...0xDFFF ~= unit else { return }
            guard unit < 0xDC00, end - position >= 2, bytes[position] == UInt8(ascii: "\\"),
                bytes[position + 1] == UInt8(ascii: "u")
            else { throw fail("a lone surrogate in an escape") }
            position += 1
            let low = try passCodeUnit()
            guard 0xDC00...0xDFFF ~= low else { throw fail("a lone surrogate in an escape") }
        default: throw badEscape()
        }
    }

    private mutating func badEscape() -> JSONError {
        fail("'\\' must be followed by one of \"\\/bfnrtu, found \(found)")
    }

    /// From the `u`, four digits.
    private mutating func passCodeUnit() throws(JSONError) -> UInt32 {
        position += 1
        var unit: UInt32 = 0
        for _ in 0..<4 {
            guard position < end, let digit = TextBytes.hexValue(bytes[position]) else {
                throw fail("'\\u' must be followed by four hexadecimal digits, found \(found)")
            }
            unit = unit << 4 | UInt32(digit)
            position += 1
        }
        return unit
    }
}
