// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// The bytes of a token, `tchar` of RFC 9110, 5.6.2: methods and field names are made of them.
///
///     ! # $ % & ' * + - . 0-9 A-Z ^ _ ` a-z | ~
@usableFromInline
package enum TokenByte {
    /// One bit for each byte from 0 to 63.
    @inlinable package static var low: UInt64 { 0x03FF_6CFA_0000_0000 }
    /// One bit for each byte from 64 to 127.
    @inlinable package static var high: UInt64 { 0x57FF_FFFF_C7FF_FFFE }

    @inlinable @inline(__always)
    package static func contains(_ byte: UInt8) -> Bool {
        guard byte < 0x80 else { return false }
        return (byte < 0x40 ? low : high) &>> UInt64(byte & 0x3F) & 1 == 1
    }
}
