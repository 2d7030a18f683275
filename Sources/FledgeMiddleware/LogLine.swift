// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// The text of one line of the request log: `GET /users/7 200 1.204ms`.
///
/// Written into one buffer: on a small answer, interpolation would cost as much as the answer.
struct LogLine {
    let method: String
    let target: String
    let status: Int
    let duration: Duration

    var text: String {
        let target = Self.escaped(target)
        let capacity = method.utf8.count + target.utf8.count + 48
        return String(unsafeUninitializedCapacity: capacity) { buffer in
            var writer = Writer(buffer: buffer)
            writer.write(method)
            writer.write(" ")
            writer.write(target)
            writer.write(" ")
            writer.write(UInt64(status.magnitude), digits: 1)
            writer.write(" ")
            let (milliseconds, rest) = microseconds.quotientAndRemainder(dividingBy: 1000)
            writer.write(milliseconds, digits: 1)
            writer.write(".")
            writer.write(rest, digits: 3)
            writer.write("ms")
            return writer.count
        }
    }

    private var microseconds: UInt64 {
        let (seconds, attoseconds) = duration.components
        let whole = UInt64(clamping: seconds).multipliedReportingOverflow(by: 1_000_000)
        return whole.overflow
            ? UInt64.max : whole.partialValue &+ UInt64(clamping: attoseconds / 1_000_000_000_000)
    }

    /// The parser has refused everything but visible ASCII; this holds even for requests that were
    /// made otherwise.
    static func escaped(_ target: String) -> String {
        let isShort = target.utf8.count <= RequestLog.maximumPathLength
        if isShort, target.utf8.allSatisfy(isVisible) { return target }
        var text = ""
        for byte in target.utf8.prefix(RequestLog.maximumPathLength) {
            text += isVisible(byte) ? String(UnicodeScalar(byte)) : "%" + String(byte, radix: 16)
        }
        return isShort ? text : text + "..."
    }

    private static func isVisible(_ byte: UInt8) -> Bool { byte > 0x20 && byte < 0x7F }
}

/// Fills a buffer from the front; what does not fit is left out.
private struct Writer {
    let buffer: UnsafeMutableBufferPointer<UInt8>
    var count = 0

    mutating func write(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            guard let source = bytes.baseAddress, let start = buffer.baseAddress,
                bytes.count <= buffer.count - count
            else { return }
            (start + count).update(from: source, count: bytes.count)
            count += bytes.count
        }
    }

    /// - Parameter digits: The fewest; zeros are put in front.
    mutating func write(_ number: UInt64, digits: Int) {
        var length = 1
        var rest = number / 10
        while rest > 0 {
            length += 1
            rest /= 10
        }
        length = max(length, digits)
        guard length <= buffer.count - count else { return }
        rest = number
        for index in (count..<(count + length)).reversed() {
            buffer[index] = UInt8(truncatingIfNeeded: rest % 10) + UInt8(ascii: "0")
            rest /= 10
        }
        count += length
    }
}
