// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

#if canImport(Glibc)
import NIOCore

/// What waits for a socket, in the order in which it was given.
struct OutgoingQueue {
    private var pieces = CircularBuffer<ByteBuffer>(initialCapacity: 0)
    /// In bytes.
    private(set) var count = 0

    mutating func append(_ bytes: ByteBuffer) {
        guard bytes.readableBytes > 0 else { return }
        count += bytes.readableBytes
        pieces.append(bytes)
    }

    func withFirst(_ body: (UnsafeRawBufferPointer) -> Int) -> Int {
        pieces.first?.withUnsafeReadableBytes(body) ?? 0
    }

    mutating func removeFirst(_ sent: Int) {
        count -= sent
        guard let index = pieces.indices.first else { return }
        pieces[index].moveReaderIndex(forwardBy: sent)
        if pieces[index].readableBytes == 0 { pieces.removeFirst() }
    }
}
#endif
