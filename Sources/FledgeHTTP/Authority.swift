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
            hostEnd = bytes.firstIndex(of: UInt8(ascii: ":")) ?? bytes.count
            guard hostEnd > 0, isName(UnsafeRawBufferPointer(rebasing: bytes[0..<hostEnd])) else {
                return false
            }
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

    /// RFC 3986 reg-name: unreserved, sub-delims and well-formed escapes.
    private static func isName(_ bytes: UnsafeRawBufferPointer) -> Bool {
        guard bytes.allSatisfy(isNameByte) else { return false }
        return !bytes.contains(UInt8(ascii: "%")) || PercentCoding.decodedBytes(bytes) != nil
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"),
            UInt8(ascii: "%"), UInt8(ascii: "!"), UInt8(ascii: "$"), UInt8(ascii: "&"),
            UInt8(ascii: "'"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "*"),
            UInt8(ascii: "+"), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "="):
            true
        default:
            false
        }
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
