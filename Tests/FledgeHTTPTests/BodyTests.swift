// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Foundation
import NIOCore
import Testing

@testable import FledgeHTTP

private func streamed(_ pieces: [String]) -> Body {
    .stream { writer in for piece in pieces { try await writer.write(piece) } }
}

@Suite struct BodyTests {
    static let limits: [Row<(Int?, Int?), Bool>] = [
        Row("no limit", (nil, nil), true),
        Row("at the limit of the route", (6, nil), true),
        Row("beyond it", (5, nil), false),
        Row("at a limit of one's own", (nil, 6), true),
        Row("beyond one's own", (nil, 5), false),
        Row("one's own does not raise the route's", (5, 100), false),
        Row("the smaller counts", (100, 5), false),
        Row("none at all", (0, nil), false),
    ]

    @Test(arguments: limits)
    func `collecting stops at the smaller limit`(row: Row<(Int?, Int?), Bool>) async throws {
        let bodies = [Body("abcdef"), streamed(["abc", "def"]), streamed(["abcdef"])]
        for var body in bodies {
            body.limit = row.input.0
            let bytes = try? await body.collect(upTo: row.input.1)
            #expect((bytes.map { String(buffer: $0) } == "abcdef") == row.output)
            if !row.output {
                let limit = [row.input.0, row.input.1].compactMap(\.self).min() ?? 0
                await #expect(throws: BodyError.tooLarge(limit: limit)) {
                    try await body.collect(upTo: row.input.1)
                }
            }
        }
    }

    @Test func `iterating stops at the limit, and stays there`() async throws {
        var body = streamed(["abc", "def", "ghi"])
        body.limit = 5
        var iterator = body.makeAsyncIterator()
        #expect(try await iterator.next() != nil)
        await #expect(throws: BodyError.tooLarge(limit: 5)) { try await iterator.next() }
        await #expect(throws: BodyError.tooLarge(limit: 5)) { try await iterator.next() }
    }

    @Test func `a body beyond its limit is not handed out as buffered`() {
        var body = Body("abcdef")
        #expect(body.buffered != nil)
        body.limit = 5
        #expect(body.buffered == nil)
    }

    @Test func `a body that failed tells every reader`() async throws {
        let body = Body(failed: .tooSlow)
        await #expect(throws: BodyError.tooSlow) { try await body.collect() }
        await #expect(throws: BodyError.tooSlow) { for try await _ in body {} }
    }

    static let bodies: [Row<Body, Int?>] = [
        Row("empty", .empty, 0), Row("a literal", "é", 2), Row("text", Body("abc"), 3),
        Row("bytes", Body([1, 2] as [UInt8]), 2), Row("a stream", streamed([]), nil),
        Row("a stream with a count", .stream(count: 3) { _ in }, 3),
    ]

    @Test(arguments: bodies)
    func `a body knows its size when it can`(row: Row<Body, Int?>) {
        #expect(row.input.count == row.output)
        #expect(row.input.isEmpty == (row.output == 0))
    }

    @Test func `a sequence of buffers is a body`() async throws {
        let (stream, continuation) = AsyncStream.makeStream(of: ByteBuffer.self)
        continuation.yield(ByteBuffer(string: "a"))
        continuation.yield(ByteBuffer(string: "b"))
        continuation.finish()
        let text = try await String(buffer: Body(stream).collect())
        #expect(text == "ab")
    }
}

@Suite struct LongTextTests {
    /// A page that is made once and sent to a thousand slow clients is in memory once.
    @Test func `all who are sent a long text share its bytes`() async throws {
        let body = Body(String(repeating: "x", count: 1 << 20))
        // Kept, or a copy could be made where the one before it was.
        var pieces: [ByteBuffer] = []
        for _ in 0..<2 {
            for try await piece in body { pieces.append(piece) }
        }
        let addresses = pieces.map {
            $0.withUnsafeReadableBytes { UInt(bitPattern: $0.baseAddress) }
        }
        #expect(addresses.count == 2 && Set(addresses).count == 1)
    }
}

@Suite struct BodyFileTests {
    private func file(_ text: String, _ body: (CInt) async throws -> Void) async throws {
        let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
        try Data(text.utf8).write(to: URL(filePath: path))
        let descriptor = open(path, O_RDONLY)
        try FileManager.default.removeItem(atPath: path)
        #expect(descriptor >= 0)
        try await body(descriptor)
    }

    @Test func `a file is read in parts, and by its descriptor, not its name`() async throws {
        try await file("0123456789") { descriptor async throws in
            let whole = BodyFile(takingOver: descriptor, offset: 0, count: 10)
            #expect(try await String(buffer: Body.file(whole).collect()) == "0123456789")
            #expect(try await String(buffer: Body.file(whole.part(2..<5)).collect()) == "234")
            #expect(
                try await String(buffer: Body.file(whole.part(2..<5).part(1..<2)).collect()) == "3")
            #expect(try await Body.file(whole.part(3..<3)).collect().readableBytes == 0)
        }
    }

    @Test func `a large file comes in pieces`() async throws {
        let text = String(repeating: "x", count: 300_000)
        try await file(text) { descriptor async throws in
            let body = Body.file(BodyFile(takingOver: descriptor, offset: 0, count: 300_000))
            var sizes: [Int] = []
            for try await piece in body { sizes.append(piece.readableBytes) }
            #expect(sizes.reduce(0, +) == 300_000)
            #expect(sizes.count == 3)
        }
    }

    @Test func `a file that is shorter than promised breaks the body off`() async throws {
        try await file("abc") { descriptor async throws in
            let body = Body.file(BodyFile(takingOver: descriptor, offset: 0, count: 4))
            await #expect(throws: (any Error).self) { try await body.collect() }
        }
    }

    @Test func `the descriptor is closed with the last copy`() async throws {
        try await file("abc") { descriptor async throws in
            do {
                let body = Body.file(BodyFile(takingOver: descriptor, offset: 0, count: 3))
                let copy = body
                _ = try await body.collect()
                #expect(fcntl(descriptor, F_GETFD) >= 0)
                _ = copy
            }
        }
    }
}
