// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeHTTP
import NIOCore

/// Fills memory from the front.
///
/// A response is a dozen small pieces. Each write to a `ByteBuffer` asks whether there is room and
/// whether the storage is shared; here the room was asked for once. Writing beyond it stops the
/// process and overwrites nothing: the caller's sum was wrong.
struct HeadWriter {
    private let memory: UnsafeMutableRawBufferPointer
    /// How many bytes were written.
    private(set) var count = 0

    init(_ memory: UnsafeMutableRawBufferPointer) {
        self.memory = memory
    }

    @inline(__always)
    mutating func write(_ bytes: UnsafeRawBufferPointer) {
        // Checked in release builds too, unlike the bounds of raw memory.
        precondition(bytes.count <= memory.count - count, "The room for a head was too small.")
        UnsafeMutableRawBufferPointer(rebasing: memory[count...]).copyMemory(from: bytes)
        count += bytes.count
    }

    @inline(__always)
    mutating func write(_ text: StaticString) {
        write(UnsafeRawBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    mutating func write(text: String) {
        var text = text
        text.withUTF8 { write(UnsafeRawBufferPointer($0)) }
    }

    mutating func write(_ buffer: ByteBuffer) {
        buffer.withUnsafeReadableBytes { write($0) }
    }

    /// Writes a body that is in memory; nothing of any other.
    mutating func write(body: borrowing Body) {
        switch body.storage {
        case .text(let text): write(text: text)
        case .bytes(let bytes): write(bytes)
        case .file, .source, .producer, .failed: break
        }
    }

    /// Writes a number that is not negative.
    mutating func write(decimal number: Int) {
        var length = 1
        var rest = number.magnitude / 10
        while rest > 0 {
            length += 1
            rest /= 10
        }
        precondition(length <= memory.count - count, "The room for a head was too small.")
        rest = number.magnitude
        for index in (count..<(count + length)).reversed() {
            memory[index] = UInt8(truncatingIfNeeded: rest % 10) + UInt8(ascii: "0")
            rest /= 10
        }
        count += length
    }
}
