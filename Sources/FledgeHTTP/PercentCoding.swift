// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// Percent-encoding (RFC 3986, 2.1) and its form variant, where `+` is a space.
public enum PercentCoding {
    /// What may stand unescaped.
    public enum Allowed: Sendable {
        /// One segment of a path: everything but pchar is escaped, so `/` and `?` are.
        case pathSegment
        /// A name or value of a query or a form: only letters, digits and `-._~` stay.
        case queryComponent
    }

    /// Escapes `text` so that it can stand in a URL.
    ///
    ///     PercentCoding.encode("a b/c", as: .pathSegment)   // "a%20b%2Fc"
    public static func encode(_ text: String, as allowed: Allowed) -> String {
        var output: [UInt8] = []
        output.reserveCapacity(text.utf8.count)
        for byte in text.utf8 {
            if isUnreserved(byte) || (allowed == .pathSegment && isSegmentExtra(byte)) {
                output.append(byte)
            } else {
                output.append(UInt8(ascii: "%"))
                output.append(hexDigit(byte >> 4))
                output.append(hexDigit(byte & 0xF))
            }
        }
        return String(decoding: output, as: UTF8.self)
    }

    /// Decodes `text`, strictly.
    ///
    /// - Parameters:
    ///   - text: Percent-encoded text.
    ///   - plusIsSpace: `true` in queries and forms, never in paths.
    /// - Returns: `nil` when a `%` is not followed by two hexadecimal digits or the bytes are not UTF-8.
    public static func decode(_ text: String, plusIsSpace: Bool = false) -> String? {
        var text = text
        return text.withUTF8 { bytes in
            decode(UnsafeRawBufferPointer(bytes), plusIsSpace: plusIsSpace)
        }
    }

    package static func decode(
        _ bytes: UnsafeRawBufferPointer,
        plusIsSpace: Bool = false
    ) -> String? {
        guard
            bytes.contains(where: {
                $0 == UInt8(ascii: "%") || (plusIsSpace && $0 == UInt8(ascii: "+"))
            })
        else {
            return String(validating: bytes, as: UTF8.self)
        }
        return decodedBytes(bytes, plusIsSpace: plusIsSpace)
            .flatMap { String(validating: $0, as: UTF8.self) }
    }

    /// The decoded bytes; `nil` when an escape is malformed.
    package static func decodedBytes(
        _ bytes: UnsafeRawBufferPointer,
        plusIsSpace: Bool = false
    ) -> [UInt8]? {
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: "%") {
                guard index + 2 < bytes.count, let high = hexValue(bytes[index + 1]),
                    let low = hexValue(bytes[index + 2])
                else { return nil }
                output.append(high << 4 | low)
                index += 3
            } else {
                output.append(plusIsSpace && byte == UInt8(ascii: "+") ? 0x20 : byte)
                index += 1
            }
        }
        return output
    }

    package static func hexValue(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }

    private static func hexDigit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
            UInt8(ascii: "_"), UInt8(ascii: "~"):
            true
        default:
            false
        }
    }

    /// pchar of RFC 3986, 3.3, beyond the unreserved: sub-delims, `:` and `@`.
    private static func isSegmentExtra(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "!"), UInt8(ascii: "$"), UInt8(ascii: "&"), UInt8(ascii: "'"),
            UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "*"), UInt8(ascii: "+"),
            UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "="), UInt8(ascii: ":"),
            UInt8(ascii: "@"):
            true
        default:
            false
        }
    }
}
