// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeHTTP

/// The bytes that the syntax of HTTP/1.1 is made of.
enum Byte {
    static let tab = UInt8(ascii: "\t")
    static let lineFeed = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")
    static let space = UInt8(ascii: " ")
    static let colon = UInt8(ascii: ":")
    static let comma = UInt8(ascii: ",")
    static let semicolon = UInt8(ascii: ";")
    static let equals = UInt8(ascii: "=")
    static let quote = UInt8(ascii: "\"")
    static let backslash = UInt8(ascii: "\\")

    /// OWS of RFC 9110, 5.6.3; nothing else is ever trimmed.
    static func isWhitespace(_ byte: UInt8) -> Bool { byte == space || byte == tab }

    static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

    static func isToken(_ byte: UInt8) -> Bool { TokenByte.contains(byte) }

    /// The value of a hexadecimal digit.
    static func hexValue(_ byte: UInt8) -> UInt64? {
        switch byte {
        case 0x30...0x39: UInt64(byte - 0x30)
        case 0x41...0x46: UInt64(byte - 0x41 + 10)
        case 0x61...0x66: UInt64(byte - 0x61 + 10)
        default: nil
        }
    }

    static func lowercased(_ byte: UInt8) -> UInt8 {
        byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
    }
}

extension UnsafeRawBufferPointer {
    func isToken(_ range: Range<Int>) -> Bool {
        !range.isEmpty && firstIndex(in: range, where: { !Byte.isToken($0) }) == nil
    }

    /// The first byte in a range that has a property.
    @inline(__always)
    func firstIndex(in range: Range<Int>, where hasProperty: (UInt8) -> Bool) -> Int? {
        var index = range.lowerBound
        while index < range.upperBound {
            if hasProperty(self[index]) { return index }
            index += 1
        }
        return nil
    }

    /// Compares with a word in lower case; letters of ASCII fold, nothing else does.
    func equals(_ range: Range<Int>, lowercase word: StaticString) -> Bool {
        guard range.count == word.utf8CodeUnitCount else { return false }
        return UnsafeRawBufferPointer(rebasing: self[range]).equalsIgnoringCase(
            UnsafeRawBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
    }

    func trimmed(_ range: Range<Int>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, Byte.isWhitespace(self[start]) { start += 1 }
        while start < end, Byte.isWhitespace(self[end - 1]) { end -= 1 }
        return start..<end
    }

    /// The elements between commas, trimmed, empty ones too.
    func elements(_ range: Range<Int>) -> [Range<Int>] {
        var elements: [Range<Int>] = []
        var start = range.lowerBound
        for index in range where self[index] == Byte.comma {
            elements.append(trimmed(start..<index))
            start = index + 1
        }
        elements.append(trimmed(start..<range.upperBound))
        return elements
    }
}
