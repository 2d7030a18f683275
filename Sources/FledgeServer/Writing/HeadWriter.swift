// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

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

    /// The next bytes, for somebody else to write; `skip` them then.
    @inline(__always)
    func next(_ size: Int) -> UnsafeMutableRawBufferPointer {
        precondition(size <= memory.count - count, "The room for a head was too small.")
        return UnsafeMutableRawBufferPointer(rebasing: memory[count..<(count + size)])
    }

    /// Goes on behind bytes that somebody else has written.
    mutating func skip(_ size: Int) {
        count += size
    }

    /// Writes a number that is not negative.
    mutating func write(decimal number: Int) {
        write(decimal: number.magnitude)
    }

    private mutating func write(decimal number: UInt) {
        if number >= 10 { write(decimal: number / 10) }
        precondition(count < memory.count, "The room for a head was too small.")
        memory[count] = UInt8(truncatingIfNeeded: number % 10) + UInt8(ascii: "0")
        count += 1
    }
}
