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
        writer.write(UInt64(status.magnitude))
        writer.write(UInt8(ascii: " "))
        let (milliseconds, rest) = microseconds.quotientAndRemainder(dividingBy: 1000)
        writer.write(milliseconds)
        writer.write(UInt8(ascii: "."))
        writer.write(threeDigits: rest)
        writer.write(UInt8(ascii: "m"))
        writer.write(UInt8(ascii: "s"))
    }

    private var microseconds: UInt64 {
        let attoseconds = duration.attoseconds
        // Up to 18 seconds it fits into 64 bits, in which dividing costs next to nothing.
        if let few = UInt64(exactly: attoseconds) { return few / 1_000_000_000_000 }
        return UInt64(clamping: attoseconds / 1_000_000_000_000)
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
        var text = text
        text.withUTF8 { write(UnsafeRawBufferPointer($0)) }
    }

    mutating func write(_ bytes: UnsafeRawBufferPointer) {
        guard bytes.count <= buffer.count - count else { return }
        UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[count...])
            .copyMemory(from: bytes)
        count += bytes.count
    }

    /// The parser has refused everything but visible ASCII in a target; this holds even for requests
    /// that were made otherwise.
    mutating func write(escaping bytes: UnsafeRawBufferPointer, upTo limit: Int) {
        let shown = UnsafeRawBufferPointer(rebasing: bytes.prefix(limit))
        // What a path mostly consists of needs no second look.
        let plain = shown.firstNotInPath(from: 0, to: shown.count)
        write(UnsafeRawBufferPointer(rebasing: shown[..<plain]))
        for byte in shown[plain...] { write(escaping: byte) }
        guard bytes.count > limit else { return }
        for _ in 0..<3 { write(UInt8(ascii: ".")) }
    }

    private mutating func write(escaping byte: UInt8) {
        guard !byte.isVisible else { return write(byte) }
        write(UInt8(ascii: "%"))
        write(Self.digit(byte >> 4))
        write(Self.digit(byte & 0xF))
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }

    mutating func write(_ number: UInt64) {
        if number >= 1000 {
            write(number / 1000)
            write(threeDigits: number % 1000)
        } else {
            if number >= 100 { write(digit: number / 100) }
            if number >= 10 { write(digit: number / 10 % 10) }
            write(digit: number % 10)
        }
    }

    /// Writes a number below 1000, with zeros in front.
    mutating func write(threeDigits number: UInt64) {
        write(digit: number / 100)
        write(digit: number / 10 % 10)
        write(digit: number % 10)
    }

    private mutating func write(digit: UInt64) {
        write(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: digit))
    }
}

extension UInt8 {
    fileprivate var isVisible: Bool { self > 0x20 && self < 0x7F }
}
