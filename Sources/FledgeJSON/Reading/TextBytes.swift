// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// The bytes of JSON strings.
enum TextBytes {
    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let highs: UInt64 = 0x8080_8080_8080_8080

    /// The high bits of those of eight bytes that are a quote, a backslash or a control character.
    ///
    /// Only the lowest bit that is set is sure: a subtraction may borrow from the byte above.
    @inline(__always) static func special(in word: UInt64) -> UInt64 {
        let quotes = word ^ (ones &* 0x22)
        let backslashes = word ^ (ones &* 0x5C)
        let found =
            ((quotes &- ones) & ~quotes) | ((backslashes &- ones) & ~backslashes)
            | ((word &- (ones &* 0x20)) & ~word)
        return found & highs
    }

    /// The last `size` bytes of `text`, one to seven, as the low bytes of a word.
    @inline(__always) static func tail(of text: UnsafeRawBufferPointer, _ size: Int) -> UInt64 {
        let count = text.count
        if count >= 8 {
            let word = text.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
            return (UInt64(littleEndian: word) >> (64 - 8 * size)).littleEndian
        }
        // All of it, less what stands before. Pieces that overlap say the same where they do.
        let all: UInt64
        if count >= 4 {
            let first = text.loadUnaligned(fromByteOffset: 0, as: UInt32.self)
            let last = text.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self)
            let high = UInt64(UInt32(littleEndian: last)) << (8 * (count - 4))
            all = UInt64(UInt32(littleEndian: first)) | high
        } else {
            let (middle, last) = (count / 2, count - 1)
            let high = UInt64(text[middle]) << (8 * middle) | UInt64(text[last]) << (8 * last)
            all = UInt64(text[0]) | high
        }
        return (all >> (8 * (count - size))).littleEndian
    }

    /// The value of a hexadecimal digit.
    static func hexValue(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }

    /// The text of a string that was passed over, so that it is known to be right.
    static func string(of text: UnsafeRawBufferPointer, isEscaped: Bool) -> String {
        guard isEscaped else { return String(decoding: text, as: UTF8.self) }
        // An escape is never shorter than what it stands for.
        return String(unsafeUninitializedCapacity: text.count) { unescape(text, into: $0) }
    }

    /// Writes `text` to `output`, escapes undone, and gives the number of bytes.
    ///
    /// `text` was checked, and `output` has room for all of it.
    static func unescape(
        _ text: UnsafeRawBufferPointer, into output: UnsafeMutableBufferPointer<UInt8>
    ) -> Int {
        var (from, to) = (0, 0)
        while true {
            copyPlain(text, &from, output, &to)
            guard from + 1 < text.count else { return to }
            from += 1
            let letter = text[from]
            from += 1
            if letter == UInt8(ascii: "u") {
                let scalar = scalar(in: text, at: &from)
                for unit in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
                    output[to] = unit
                    to += 1
                }
            } else {
                output[to] = character(of: letter)
                to += 1
            }
        }
    }

    /// Copies up to the next backslash, eight bytes at a time.
    @inline(__always) private static func copyPlain(
        _ text: UnsafeRawBufferPointer, _ from: inout Int,
        _ output: UnsafeMutableBufferPointer<UInt8>, _ to: inout Int
    ) {
        let room = UnsafeMutableRawBufferPointer(output)
        while text.count - from >= 8 {
            let word = text.loadUnaligned(fromByteOffset: from, as: UInt64.self)
            // `to` is never ahead of `from`, so there is room for the whole word.
            room.storeBytes(of: word, toByteOffset: to, as: UInt64.self)
            let special = special(in: UInt64(littleEndian: word))
            guard special == 0 else {
                from += special.trailingZeroBitCount / 8
                to += special.trailingZeroBitCount / 8
                return
            }
            from += 8
            to += 8
        }
        while from < text.count, text[from] != UInt8(ascii: "\\") {
            output[to] = text[from]
            from += 1
            to += 1
        }
    }

    /// What the letter behind a backslash stands for.
    private static func character(of letter: UInt8) -> UInt8 {
        switch letter {
        case UInt8(ascii: "b"): 0x08
        case UInt8(ascii: "f"): 0x0C
        case UInt8(ascii: "n"): 0x0A
        case UInt8(ascii: "r"): 0x0D
        case UInt8(ascii: "t"): 0x09
        default: letter
        }
    }

    /// From behind the `u`: one code unit, or two that are a pair.
    private static func scalar(
        in text: UnsafeRawBufferPointer, at index: inout Int
    ) -> Unicode.Scalar {
        let high = codeUnit(in: text, at: &index)
        guard 0xD800...0xDBFF ~= high else { return Unicode.Scalar(high) ?? "\u{FFFD}" }
        index += 2
        let low = codeUnit(in: text, at: &index)
        return Unicode.Scalar(0x1_0000 + (high & 0x3FF) << 10 + low & 0x3FF) ?? "\u{FFFD}"
    }

    private static func codeUnit(in text: UnsafeRawBufferPointer, at index: inout Int) -> UInt32 {
        var unit: UInt32 = 0
        for _ in 0..<4 where index < text.count {
            unit = unit << 4 | UInt32(hexValue(text[index]) ?? 0)
            index += 1
        }
        return unit
    }
}
