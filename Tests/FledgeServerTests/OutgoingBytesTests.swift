// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import NIOCore
import Testing

@testable import FledgeServer

@Suite struct `Bytes on their way out` {
    /// What is written is read again, in order, whatever was sent in between.
    @Test func `come out as they went in`() {
        var out = OutgoingBytes()
        var (written, sent) = ("", "")
        for number in 0..<2_000 {
            let piece = String(repeating: "\(number % 10)", count: number % 97)
            out.write(ByteBuffer(string: piece))
            written += piece
            let count = number % 5 == 0 ? out.count : min(out.count, number % 61)
            sent += out.withBytes { String(decoding: $0.prefix(count), as: UTF8.self) }
            out.removeFirst(count)
        }
        sent += String(buffer: out.takeBuffer())
        #expect(sent == written)
        #expect(out.count == 0)
    }

    @Test func `use the room again that was sent`() {
        var out = OutgoingBytes()
        out.write("0123456789")
        let capacity = out.capacity
        for _ in 0..<1_000 {
            out.removeFirst(10)
            out.write("0123456789")
        }
        #expect(out.capacity == capacity)
    }

    @Test func `are gone with their memory`() {
        var out = OutgoingBytes()
        out.write("0123456789")
        out.release()
        #expect(out.count == 0)
        #expect(out.capacity == 0)
        out.write("again")
        #expect(out.withBytes { String(decoding: $0, as: UTF8.self) } == "again")
    }
}
