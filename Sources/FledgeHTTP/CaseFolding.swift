// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

extension UnsafeRawBufferPointer {
    /// Whether the bytes are equal when letters of ASCII fold; all others are equal or not.
    ///
    /// Eight at a time: names of fields are compared for every request.
    package func equalsIgnoringCase(_ other: UnsafeRawBufferPointer) -> Bool {
        guard count == other.count else { return false }
        var position = 0
        while count - position >= 8 {
            guard isSameWord(other, at: position) else { return false }
            position += 8
        }
        // The last eight bytes, some of them again.
        if count >= 8 { return position == count || isSameWord(other, at: count - 8) }
        if count >= 4 { return isSameHalf(other, at: 0) && isSameHalf(other, at: count - 4) }
        while position < count {
            let (left, right) = (self[position], other[position])
            guard left == right || Self.lowercased(UInt64(left)) == Self.lowercased(UInt64(right))
            else { return false }
            position += 1
        }
        return true
    }

    @inline(__always)
    private func isSameWord(_ other: UnsafeRawBufferPointer, at position: Int) -> Bool {
        let left = loadUnaligned(fromByteOffset: position, as: UInt64.self)
        let right = other.loadUnaligned(fromByteOffset: position, as: UInt64.self)
        return left == right || Self.lowercased(left) == Self.lowercased(right)
    }

    @inline(__always)
    private func isSameHalf(_ other: UnsafeRawBufferPointer, at position: Int) -> Bool {
        let left = loadUnaligned(fromByteOffset: position, as: UInt32.self)
        let right = other.loadUnaligned(fromByteOffset: position, as: UInt32.self)
        return left == right || Self.lowercased(UInt64(left)) == Self.lowercased(UInt64(right))
    }

    /// Whether the first bytes are those of `prefix` when letters of ASCII fold.
    func hasPrefix(_ prefix: StaticString) -> Bool {
        let count = prefix.utf8CodeUnitCount
        guard self.count >= count else { return false }
        return UnsafeRawBufferPointer(rebasing: self[..<count])
            .equalsIgnoringCase(UnsafeRawBufferPointer(start: prefix.utf8Start, count: count))
    }

    /// Lowers each byte of a word that is `A` to `Z`.
    ///
    /// The sums reach the top bit of a byte that is at least `A`, or greater than `Z`; bytes from
    /// 0x80 up are left out of both. The bit that tells is then moved to where the case is.
    private static func lowercased(_ word: UInt64) -> UInt64 {
        let low = word & 0x7F7F_7F7F_7F7F_7F7F
        let isAtLeastA = low &+ 0x3F3F_3F3F_3F3F_3F3F
        let isAboveZ = low &+ 0x2525_2525_2525_2525
        let isUpper = (isAtLeastA ^ isAboveZ) & ~word & 0x8080_8080_8080_8080
        return word | isUpper >> 2
    }
}
