// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

extension JSONWriter {
    /// Writes a string, with quotes and the escapes that it needs.
    public mutating func string(_ value: String) {
        // Native strings lend their bytes. A bridged one, of macOS alone, is copied first.
        let isWritten: Void? = value.utf8.withContiguousStorageIfAvailable {
            text(UnsafeRawBufferPointer($0))
        }
        guard isWritten == nil else { return }
        var copy = value
        copy.withUTF8 { text(UnsafeRawBufferPointer($0)) }
    }

    /// Writes UTF-8 as a string.
    ///
    /// Leaves room for one byte more.
    mutating func text(_ utf8: UnsafeRawBufferPointer) {
        // Room for the quotes, the byte after, and a whole word at the end.
        reserve(utf8.count + 16)
        put(UInt8(ascii: "\""))
        let size = utf8.count
        var (from, to) = (0, count)
        while size - from >= 8 {
            let word = utf8.loadUnaligned(fromByteOffset: from, as: UInt64.self)
            guard TextBytes.special(in: UInt64(littleEndian: word)) == 0 else {
                count = to
                return escapedText(utf8, from: from)
            }
            buffer.storeBytes(of: word, toByteOffset: to, as: UInt64.self)
            from += 8
            to += 8
        }
        count = to
        if from < size {
            let word = TextBytes.tail(of: utf8, size - from)
            // What lies beyond the end is no text, whatever it looks like.
            let special = TextBytes.special(in: UInt64(littleEndian: word))
            guard special << (8 * (8 - size + from)) == 0 else {
                return escapedText(utf8, from: from)
            }
            buffer.storeBytes(of: word, toByteOffset: to, as: UInt64.self)
            count = to + size - from
        }
        put(UInt8(ascii: "\""))
        needsComma = true
    }

    /// The rest of a text in which something needs an escape, and the quote behind it.
    @inline(never) private mutating func escapedText(_ utf8: UnsafeRawBufferPointer, from: Int) {
        var index = from
        while index < utf8.count {
            let size = min(8, utf8.count - index)
            let word =
                size == 8
                ? utf8.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                : TextBytes.tail(of: utf8, size)
            buffer.storeBytes(of: word, toByteOffset: count, as: UInt64.self)
            // What lies beyond the end is no text, whatever it looks like.
            let special = TextBytes.special(in: UInt64(littleEndian: word)) << (64 - 8 * size)
            if special == 0 {
                index += size
                count += size
            } else {
                let plain = special.trailingZeroBitCount / 8 - (8 - size)
                index += plain
                count += plain
                escape(utf8[index], before: utf8.count - index)
                index += 1
            }
        }
        put(UInt8(ascii: "\""))
        needsComma = true
    }

    @inline(never) private mutating func escape(_ byte: UInt8, before rest: Int) {
        reserve(6 + rest + 16)
        put(UInt8(ascii: "\\"))
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): put(byte)
        case UInt8(ascii: "\n"): put(UInt8(ascii: "n"))
        case UInt8(ascii: "\r"): put(UInt8(ascii: "r"))
        case UInt8(ascii: "\t"): put(UInt8(ascii: "t"))
        default:
            put(UInt8(ascii: "u"))
            put(UInt8(ascii: "0"))
            put(UInt8(ascii: "0"))
            put(UInt8(ascii: "0") + byte >> 4)
            put(HexDigits.lower(byte & 0xF))
        }
    }

    /// Appends ASCII that needs no quotes.
    mutating func ascii(_ text: String) {
        var text = text
        text.withUTF8 { append(UnsafeRawBufferPointer($0)) }
        needsComma = true
    }

    mutating func append(_ bytes: UnsafeRawBufferPointer) {
        reserve(bytes.count)
        UnsafeMutableRawBufferPointer(rebasing: buffer[count...]).copyMemory(from: bytes)
        count += bytes.count
    }

    /// Appends a whole number.
    @usableFromInline mutating func digits(_ magnitude: UInt64, isNegative: Bool) {
        reserve(20)
        if isNegative { put(UInt8(ascii: "-")) }
        var length = 1
        var rest = magnitude
        while rest >= 10 {
            rest /= 10
            length += 1
        }
        rest = magnitude
        for index in stride(from: count + length - 1, through: count, by: -1) {
            let (tens, digit) = rest.quotientAndRemainder(dividingBy: 10)
            buffer[index] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: digit)
            rest = tens
        }
        count += length
        needsComma = true
    }
}

extension JSONWriter {
    /// Writes the 16 bytes of a UUID as a string, in capitals.
    mutating func uuid(_ bytes: UnsafeRawBufferPointer) {
        reserve(38)
        put(UInt8(ascii: "\""))
        for (index, byte) in bytes.enumerated() {
            if index == 4 || index == 6 || index == 8 || index == 10 { put(UInt8(ascii: "-")) }
            put(HexDigits.upper(byte >> 4))
            put(HexDigits.upper(byte & 0xF))
        }
        put(UInt8(ascii: "\""))
        needsComma = true
    }
}

enum HexDigits {
    /// `0` to `F`.
    static func upper(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
    }

    /// `0` to `f`.
    static func lower(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }
}
