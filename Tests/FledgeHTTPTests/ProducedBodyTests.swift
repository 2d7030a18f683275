// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import NIOCore
import Synchronization
import Testing

@testable import FledgeHTTP

private struct Broken: Error {}

/// Waits until it is opened or its task is cancelled.
private final class Gate: Sendable {
    private let stream: AsyncStream<Void>
    private let continuation: AsyncStream<Void>.Continuation
    init() { (stream, continuation) = AsyncStream.makeStream() }
    func open() { continuation.finish() }
    func wait() async throws {
        for await _ in stream {}
        try Task.checkCancellation()
    }
}

@Suite(.timeLimit(.minutes(1))) struct ProducedBodyTests {
    @Test func `a producer is read piece by piece, in order, without the empty ones`() async throws
    {
        let body = Body.stream { writer in
            for text in ["a", "", "b", "c"] { try await writer.write(text) }
        }
        var pieces: [String] = []
        for try await piece in body { pieces.append(String(buffer: piece)) }
        #expect(pieces == ["a", "b", "c"])
    }

    @Test func `a producer is at most one piece ahead of its reader`() async throws {
        let written = Atomic<Int>(0)
        let body = Body.stream { writer in
            for _ in 0..<100 {
                written.wrappingAdd(1, ordering: .sequentiallyConsistent)
                try await writer.write("x")
            }
        }
        var read = 0
        for try await _ in body {
            read += 1
            // It has begun at most the piece after the one just read.
            for _ in 0..<20 { await Task.yield() }
            #expect(written.load(ordering: .sequentiallyConsistent) <= read + 1)
        }
        #expect(read == 100)
    }

    @Test func `a reader that stops early cancels its producer`() async throws {
        let ended = Gate()
        let body = Body.stream { writer in
            defer { ended.open() }
            while true { try await writer.write("x") }
        }
        for try await _ in body { break }
        try await ended.wait()
    }

    @Test func `a reader that never reads cancels its producer`() async throws {
        let ended = Gate()
        let body = Body.stream { writer in
            defer { ended.open() }
            try await writer.write("x")
            try await writer.write("y")
        }
        do { _ = body.makeAsyncIterator() }
        try await ended.wait()
    }

    @Test func `a reader that is cancelled while it waits does not wait for ever`() async throws {
        let started = Gate()
        let ended = Gate()
        let body = Body.stream { _ in
            started.open()
            defer { ended.open() }
            try await Gate().wait()
        }
        let reader = Task { try await body.collect() }
        try await started.wait()
        reader.cancel()
        await #expect(throws: CancellationError.self) { try await reader.value }
        try await ended.wait()
    }

    @Test func `a reader that is cancelled before it starts does not wait at all`() async throws {
        let gate = Gate()
        let body = Body.stream { _ in try await Gate().wait() }
        let reader = Task {
            try? await gate.wait()
            return try await body.collect()
        }
        reader.cancel()
        gate.open()
        await #expect(throws: CancellationError.self) { try await reader.value }
    }

    @Test func `a producer that ignores its cancellation does not hold the reader`() async throws {
        let started = Gate()
        let forever = Gate()
        let body = Body.stream { _ in
            started.open()
            await withCheckedContinuation { (continuation: CheckedContinuation<Void, Never>) in
                Task.detached {
                    try? await forever.wait()
                    continuation.resume()
                }
            }
        }
        let reader = Task { try await body.collect() }
        try await started.wait()
        reader.cancel()
        await #expect(throws: CancellationError.self) { try await reader.value }
        forever.open()
    }

    @Test func `what a producer throws reaches the reader after the pieces before it`() async throws
    {
        let body = Body.stream { writer in
            try await writer.write("a")
            throw Broken()
        }
        var iterator = body.makeAsyncIterator()
        #expect(try await iterator.next().map { String(buffer: $0) } == "a")
        await #expect(throws: Broken.self) { try await iterator.next() }
        await #expect(throws: Broken.self) { try await iterator.next() }
    }

    @Test func `the end stays the end`() async throws {
        var iterator = Body.stream { try await $0.write("a") }.makeAsyncIterator()
        #expect(try await iterator.next() != nil)
        #expect(try await iterator.next() == nil)
        #expect(try await iterator.next() == nil)
    }

    @Test func `several tasks may write to one body, and nothing is lost`() async throws {
        let body = Body.stream { writer in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<8 {
                    group.addTask { for _ in 0..<100 { try await writer.write("x") } }
                }
                try await group.waitForAll()
            }
        }
        #expect(try await body.collect().readableBytes == 800)
    }

    @Test func `many bodies at once, read, broken off and cancelled, all end`() async throws {
        await withTaskGroup(of: Void.self) { group in
            for index in 0..<400 {
                group.addTask {
                    let body = Body.stream { writer in
                        for _ in 0..<20 {
                            if index % 3 == 0 { await Task.yield() }
                            try await writer.write("x")
                        }
                    }
                    let reader = Task { () async throws -> Int in
                        var count = 0
                        for try await _ in body {
                            count += 1
                            if index % 4 == 1, count == 10 { break }
                        }
                        return count
                    }
                    if index % 4 == 2 {
                        for _ in 0..<(index % 7) { await Task.yield() }
                        reader.cancel()
                        _ = try? await reader.value
                    } else {
                        let count = try? await reader.value
                        #expect(count == (index % 4 == 1 ? 10 : 20))
                    }
                }
            }
        }
    }

    @Test func `a writer that outlives its body throws and does not hang`() async throws {
        let escaped = Mutex<BodyWriter?>(nil)
        let started = Gate()
        let body = Body.stream { writer in
            escaped.withLock { $0 = writer }
            started.open()
            try await Gate().wait()
        }
        do {
            var iterator: Body.Iterator? = body.makeAsyncIterator()
            try await started.wait()
            _ = iterator
            iterator = nil
        }
        let writer = try #require(escaped.withLock { $0 })
        await #expect(throws: CancellationError.self) { try await writer.write("x") }
    }
}
