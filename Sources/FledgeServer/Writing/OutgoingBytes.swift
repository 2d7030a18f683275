// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import NIOCore

/// What goes to a client next: written at the end, sent from the front.
///
/// Memory of its own and no `ByteBuffer`: each look at one of those is checked for overlapping
/// access and for other holders, and an answer is written and sent in a handful of looks.
struct OutgoingBytes: ~Copyable {
    private var memory = UnsafeMutableRawBufferPointer(start: nil, count: 0)
    private var start = 0
    private var end = 0

    deinit { memory.deallocate() }

    /// How many bytes wait to be sent.
    var count: Int { end - start }

    /// How many there is room for without another allocation.
    var capacity: Int { memory.count }

    /// A writer at the end.
    ///
    /// - Parameter room: The most bytes that it writes; more stops the process.
    /// - Returns: The writer; `add` it when it has written.
    mutating func writer(room: Int) -> HeadWriter {
        if memory.count - end < room { grow(room) }
        return HeadWriter(UnsafeMutableRawBufferPointer(rebasing: memory[end...]))
    }

    /// Takes over what the last writer has written.
    mutating func add(_ writer: HeadWriter) {
        end += writer.count
    }

    mutating func write(_ bytes: ByteBuffer) {
        var writer = writer(room: bytes.readableBytes)
        writer.write(bytes)
        add(writer)
    }

    mutating func write(_ text: StaticString) {
        var writer = writer(room: text.utf8CodeUnitCount)
        writer.write(text)
        add(writer)
    }

    /// Calls `body` with what waits.
    func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        body(UnsafeRawBufferPointer(rebasing: memory[start..<end]))
    }

    /// So many have been sent.
    mutating func removeFirst(_ count: Int) {
        start += min(count, self.count)
        if start == end { (start, end) = (0, 0) }
    }

    /// Takes what waits out, as a buffer for the channel.
    mutating func takeBuffer() -> ByteBuffer {
        let buffer = withBytes { ByteBuffer(bytes: $0) }
        removeFirst(count)
        return buffer
    }

    /// Forgets what waits, and gives the memory back.
    mutating func release() {
        memory.deallocate()
        memory = UnsafeMutableRawBufferPointer(start: nil, count: 0)
        (start, end) = (0, 0)
    }

    private mutating func grow(_ room: Int) {
        let bigger = UnsafeMutableRawBufferPointer.allocate(
            byteCount: max(512, 2 * (count + room)), alignment: 16)
        withBytes { bigger.copyMemory(from: $0) }
        let count = count
        memory.deallocate()
        memory = bigger
        (start, end) = (0, count)
    }
}
