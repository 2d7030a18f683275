// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// Whether bytes are UTF-8, checked once for a whole document.
enum UTF8Check {
    /// Where the first sequence that is no UTF-8 begins; `nil` when all is well.
    ///
    /// Complexity: O(bytes); 16 at a time while they are ASCII.
    static func firstInvalid(in bytes: UnsafeRawBufferPointer) -> Int? {
        var index = 0
        while true {
            passASCII(bytes, &index)
            // Text that is not ASCII mostly goes on not to be.
            while index < bytes.count, bytes[index] >= 0x80 {
                let length = sequenceLength(bytes, at: index)
                guard length > 0 else { return index }
                index += length
            }
            guard index < bytes.count else { return nil }
        }
    }

    @inline(__always) private static func passASCII(
        _ bytes: UnsafeRawBufferPointer, _ index: inout Int
    ) {
        let highs: UInt64 = 0x8080_8080_8080_8080
        while bytes.count - index >= 16 {
            let first = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            let second = bytes.loadUnaligned(fromByteOffset: index + 8, as: UInt64.self)
            guard (first | second) & highs == 0 else {
                let high = UInt64(littleEndian: first) & highs
                // In the second half the loop below has eight bytes at most to go.
                index += high == 0 ? 8 : high.trailingZeroBitCount / 8
                break
            }
            index += 16
        }
        while index < bytes.count, bytes[index] < 0x80 { index += 1 }
    }

    /// The length of the sequence that begins here, 0 when it is none (Unicode, table 3-7).
    @inline(__always) private static func sequenceLength(
        _ bytes: UnsafeRawBufferPointer, at index: Int
    ) -> Int {
        let left = bytes.count - index
        let lead = bytes[index]
        switch lead {
        case 0xC2...0xDF:
            return left >= 2 && isContinuation(bytes[index + 1]) ? 2 : 0
        case 0xE0...0xEF:
            guard left >= 3, isContinuation(bytes[index + 2]) else { return 0 }
            return isSecond(bytes[index + 1], behind: lead) ? 3 : 0
        case 0xF0...0xF4:
            guard left >= 4, isContinuation(bytes[index + 2]), isContinuation(bytes[index + 3])
            else { return 0 }
            return isSecond(bytes[index + 1], behind: lead) ? 4 : 0
        default: return 0
        }
    }

    /// Overlong forms, surrogates and what lies beyond U+10FFFF show in the second byte.
    @inline(__always) private static func isSecond(_ byte: UInt8, behind lead: UInt8) -> Bool {
        switch lead {
        case 0xE0: 0xA0...0xBF ~= byte
        case 0xED: 0x80...0x9F ~= byte
        case 0xF0: 0x90...0xBF ~= byte
        case 0xF4: 0x80...0x8F ~= byte
        default: isContinuation(byte)
        }
    }

    @inline(__always) private static func isContinuation(_ byte: UInt8) -> Bool {
        byte & 0xC0 == 0x80
    }
}
