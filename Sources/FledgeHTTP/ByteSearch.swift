// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// What is looked for in a head, eight bytes at a time.
///
/// In each step the borrow of a byte that is found can reach only the bytes after it, so the lowest
/// bit that is set is always right.
private enum WordSearch {
    /// The top bits of bytes below 0x20, and of 0x7F.
    @inline(__always)
    static func controls(_ word: UInt64) -> UInt64 {
        (word &- spaces) & ~word & topBits | zeros(word ^ 0x7F7F_7F7F_7F7F_7F7F)
    }

    /// The top bits of bytes that are a space.
    @inline(__always)
    static func spaces(_ word: UInt64) -> UInt64 { zeros(word ^ spaces) }

    /// The top bits of bytes that a path does not have as they are: those below 0x21, from 0x7F up,
    /// and `#`, `%`, `?`.
    @inline(__always)
    static func notInPath(_ word: UInt64) -> UInt64 {
        let below = (word &- 0x2121_2121_2121_2121) & ~word
        let marks = zeros(word ^ 0x2323_2323_2323_2323) | zeros(word ^ 0x2525_2525_2525_2525)
        let ends = zeros(word ^ 0x3F3F_3F3F_3F3F_3F3F) | zeros(word ^ 0x7F7F_7F7F_7F7F_7F7F)
        return (word | below) & topBits | marks | ends
    }

    /// The top bits of bytes that are zero.
    @inline(__always)
    private static func zeros(_ word: UInt64) -> UInt64 { (word &- ones) & ~word & topBits }

    private static var ones: UInt64 { 0x0101_0101_0101_0101 }
    private static var spaces: UInt64 { 0x2020_2020_2020_2020 }
    private static var topBits: UInt64 { 0x8080_8080_8080_8080 }
}

extension UnsafeRawBufferPointer {
    /// The first control character at or after `start`: below 0x20, or 0x7F; `end` if there is none.
    package func firstControl(from start: Int, to end: Int) -> Int {
        first(from: start, to: end, WordSearch.controls) { $0 < 0x20 || $0 == 0x7F }
    }

    /// The first space at or after `start`; `end` if there is none.
    package func firstSpace(from start: Int, to end: Int) -> Int {
        first(from: start, to: end, WordSearch.spaces) { $0 == 0x20 }
    }

    /// The first byte at or after `start` that a path does not have as it is; `end` if there is none.
    package func firstNotInPath(from start: Int, to end: Int) -> Int {
        first(from: start, to: end, WordSearch.notInPath) { byte in
            byte <= 0x20 || byte >= 0x7F || byte == UInt8(ascii: "#") || byte == UInt8(ascii: "%")
                || byte == UInt8(ascii: "?")
        }
    }

    /// - Parameters:
    ///   - start: Where to begin.
    ///   - end: Where to stop.
    ///   - isInWord: The top bits of the bytes that are looked for.
    ///   - isSought: The same for one byte, where there are not eight.
    /// - Returns: The first of them; `end` if there is none.
    @inline(__always)
    private func first(
        from start: Int, to end: Int, _ isInWord: (UInt64) -> UInt64, _ isSought: (UInt8) -> Bool
    ) -> Int {
        var position = start
        while end - position >= 8 {
            let found = isInWord(word(at: position))
            guard found == 0 else { return position + found.trailingZeroBitCount / 8 }
            position += 8
        }
        if position < end, end - start >= 8 {
            // The last eight bytes: of some of them it is known already that they are not it.
            let found = isInWord(word(at: end - 8))
            return found == 0 ? end : end - 8 + found.trailingZeroBitCount / 8
        }
        while position < end, !isSought(self[position]) { position += 1 }
        return position
    }

    @inline(__always)
    private func word(at position: Int) -> UInt64 {
        UInt64(littleEndian: loadUnaligned(fromByteOffset: position, as: UInt64.self))
    }
}
