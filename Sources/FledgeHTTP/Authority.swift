// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// The check of a `host:port`, from a `Host` field or an absolute-form target (RFC 3986, 3.2).
package enum Authority {
    /// Whether `bytes` are a host, an optional port, and nothing else.
    ///
    /// User information (`user@`) is refused: it has no place in a request (RFC 9110, 4.2.4). An
    /// IPv6 address must stand in brackets. The port is 0 to 65535; an empty one (`host:`) passes,
    /// as RFC 3986 lets it.
    package static func isValid(_ bytes: UnsafeRawBufferPointer) -> Bool {
        guard let first = bytes.first else { return false }
        let hostEnd: Int
        if first == UInt8(ascii: "[") {
            guard let close = bytes.firstIndex(of: UInt8(ascii: "]")), close > 1 else {
                return false
            }
            guard bytes[1..<close].allSatisfy(isAddressByte) else { return false }
            hostEnd = close + 1
        } else {
            guard let end = nameEnd(bytes), end > 0 else { return false }
            hostEnd = end
        }
        return hostEnd == bytes.count || isPort(UnsafeRawBufferPointer(rebasing: bytes[hostEnd...]))
    }

    private static func isPort(_ bytes: UnsafeRawBufferPointer) -> Bool {
        guard bytes.first == UInt8(ascii: ":"), bytes.count <= 6 else { return false }
        var port = 0
        for byte in bytes.dropFirst() {
            guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return false }
            port = port * 10 + Int(byte - UInt8(ascii: "0"))
        }
        return port <= 65_535
    }

    /// Where a name ends (RFC 3986 reg-name: unreserved, sub-delims, escapes), at a colon or at the
    /// end; `nil` when an escape in it is malformed.
    private static func nameEnd(_ bytes: UnsafeRawBufferPointer) -> Int? {
        var end = 0
        var hasEscape = false
        while true {
            while end < bytes.count, isNameByte(bytes[end]) { end += 1 }
            guard end < bytes.count, bytes[end] == UInt8(ascii: "%") else { break }
            hasEscape = true
            end += 1
        }
        let isWellFormed =
            !hasEscape
            || PercentCoding.decodedBytes(UnsafeRawBufferPointer(rebasing: bytes[..<end])) != nil
        return isWellFormed ? end : nil
    }

    /// Letters, digits and `-._~!$&'()*+,;=`, as a table of bits.
    private static func isNameByte(_ byte: UInt8) -> Bool {
        guard byte < 0x80 else { return false }
        let table: UInt64 = byte < 0x40 ? 0x2BFF_7FD2_0000_0000 : 0x47FF_FFFE_87FF_FFFE
        return table &>> UInt64(byte & 0x3F) & 1 == 1
    }

    private static func isAddressByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
            UInt8(ascii: "A")...UInt8(ascii: "F"), UInt8(ascii: ":"), UInt8(ascii: "."),
            UInt8(ascii: "%"):
            true
        default:
            false
        }
    }
}
