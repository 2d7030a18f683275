// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// Percent-encoding of path segments (RFC 3986, 2.1 and 3.3).
package enum PercentEncoding {
    /// Appends one segment, escaping everything but `pchar`.
    package static func append(_ segment: [UInt8], to path: inout String) {
        for byte in segment {
            if isPathCharacter(byte) {
                path.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                let digits = String(byte, radix: 16, uppercase: true)
                path += digits.count == 1 ? "%0\(digits)" : "%\(digits)"
            }
        }
    }

    /// Decodes one captured segment.
    ///
    /// `%2F` becomes a slash of the text and `+` stays a plus: it means a space in forms only.
    ///
    /// - Returns: The text; nil when a `%` is not followed by two hex digits, when the decoded
    ///   bytes are not UTF-8, or when the range is not one of `path`. The caller answers 400.
    /// - Complexity: One allocation (none up to 15 bytes), a second one when there is a `%`.
    package static func text(of range: Range<Int>, in path: UnsafeRawBufferPointer) -> String? {
        guard range.lowerBound >= 0, range.upperBound <= path.count else { return nil }
        guard path[range].contains(UInt8(ascii: "%")) else {
            return String(validating: path[range], as: UTF8.self)
        }
        var bytes = DecodedBytes(path, range)
        var decoded: [UInt8] = []
        decoded.reserveCapacity(range.count)
        while let byte = bytes.next() { decoded.append(byte) }
        return bytes.isMalformed ? nil : String(validating: decoded, as: UTF8.self)
    }

    /// Decodes the capture of a catch-all: its segments, each decoded on its own.
    ///
    /// The split comes before the decoding, so an encoded slash stays inside its segment.
    ///
    /// - Returns: The segments, none for an empty range; nil as in ``text(of:in:)``.
    package static func segments(
        of range: Range<Int>, in path: UnsafeRawBufferPointer
    ) -> [String]? {
        guard range.lowerBound >= 0, range.upperBound <= path.count else { return nil }
        var segments: [String] = []
        var start = range.lowerBound
        while start < range.upperBound {
            let segment = PathSegment(of: path, from: start, to: range.upperBound)
            guard let text = text(of: segment.range, in: path) else { return nil }
            segments.append(text)
            start = segment.range.upperBound + 1
        }
        return segments
    }

    private static func isPathCharacter(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"),
            UInt8(ascii: "!"), UInt8(ascii: "$"), UInt8(ascii: "&"), UInt8(ascii: "'"),
            UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "*"), UInt8(ascii: "+"),
            UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "="), UInt8(ascii: ":"),
            UInt8(ascii: "@"):
            true
        default:
            false
        }
    }
}

/// The bytes of a path range, percent-decoded one at a time, so that comparing allocates nothing.
struct DecodedBytes {
    private let path: UnsafeRawBufferPointer
    private let end: Int

    /// The index in the path of the next encoded byte.
    private(set) var position: Int

    /// Set where a `%` has no two hex digits after it, which ends the bytes.
    private(set) var isMalformed = false

    init(_ path: UnsafeRawBufferPointer, _ range: Range<Int>) {
        self.path = path
        self.position = range.lowerBound
        self.end = range.upperBound
    }

    mutating func next() -> UInt8? {
        guard position < end, !isMalformed else { return nil }
        let byte = path[position]
        guard byte == UInt8(ascii: "%") else {
            position += 1
            return byte
        }
        guard position + 2 < end,
            let high = hexValue(path[position + 1]), let low = hexValue(path[position + 2])
        else {
            isMalformed = true
            return nil
        }
        position += 3
        return high << 4 | low
    }

    private func hexValue(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
