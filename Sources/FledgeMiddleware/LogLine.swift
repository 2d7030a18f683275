// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeHTTP

/// The text of one line of the request log: `GET /users/7 200 1.204ms`.
///
/// Written into one buffer: on a small answer, interpolation would cost as much as the answer.
struct LogLine {
    let method: String
    let target: RequestTarget
    let showsQuery: Bool
    let status: Int
    let duration: Duration

    var text: String {
        target.withBytes(includingQuery: showsQuery) { target in
            // An escaped byte takes three; the rest of the line is numbers.
            let room = 3 * min(target.count, RequestLog.maximumPathLength) + method.utf8.count + 64
            return String(unsafeUninitializedCapacity: room) { buffer in
                var writer = LineWriter(buffer: buffer)
                write(target, to: &writer)
                return writer.count
            }
        }
    }

    private func write(_ target: UnsafeRawBufferPointer, to writer: inout LineWriter) {
        writer.write(method)
        writer.write(UInt8(ascii: " "))
        writer.write(escaping: target, upTo: RequestLog.maximumPathLength)
        writer.write(UInt8(ascii: " "))
        writer.write(UInt64(status.magnitude), digits: 1)
        writer.write(UInt8(ascii: " "))
        let (milliseconds, rest) = microseconds.quotientAndRemainder(dividingBy: 1000)
        writer.write(milliseconds, digits: 1)
        writer.write(UInt8(ascii: "."))
        writer.write(rest, digits: 3)
        writer.write(UInt8(ascii: "m"))
        writer.write(UInt8(ascii: "s"))
    }

    private var microseconds: UInt64 {
        let (seconds, attoseconds) = duration.components
        let whole = UInt64(clamping: seconds).multipliedReportingOverflow(by: 1_000_000)
        return whole.overflow
            ? UInt64.max : whole.partialValue &+ UInt64(clamping: attoseconds / 1_000_000_000_000)
    }

    /// The escaped form of a text, for tests.
    static func escaped(_ text: String) -> String {
        var text = text
        return text.withUTF8 { bytes in
            String(unsafeUninitializedCapacity: 3 * bytes.count + 3) { buffer in
                var writer = LineWriter(buffer: buffer)
                writer.write(
                    escaping: UnsafeRawBufferPointer(bytes), upTo: RequestLog.maximumPathLength)
                return writer.count
            }
        }
    }
}

/// Fills a buffer from the front; what does not fit is left out.
private struct LineWriter {
    let buffer: UnsafeMutableBufferPointer<UInt8>
    var count = 0

    mutating func write(_ byte: UInt8) {
        guard count < buffer.count else { return }
        buffer[count] = byte
        count += 1
    }

    mutating func write(_ text: String) {
        for byte in text.utf8 { write(byte) }
    }

    /// The parser has refused everything but visible ASCII in a target; this holds even for requests
    /// that were made otherwise.
    mutating func write(escaping bytes: UnsafeRawBufferPointer, upTo limit: Int) {
        for byte in bytes.prefix(limit) {
            if byte > 0x20, byte < 0x7F {
                write(byte)
            } else {
                write(UInt8(ascii: "%"))
                write(Self.digit(byte >> 4))
                write(Self.digit(byte & 0xF))
            }
        }
        guard bytes.count > limit else { return }
        for _ in 0..<3 { write(UInt8(ascii: ".")) }
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }

    /// Writes a number in at least so many digits, with zeros in front.
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
        var index = count + length
        while index > count {
            index -= 1
            buffer[index] = UInt8(truncatingIfNeeded: rest % 10) + UInt8(ascii: "0")
            rest /= 10
        }
        count += length
    }
}
