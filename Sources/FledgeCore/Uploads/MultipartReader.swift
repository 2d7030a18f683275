// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeHTTP
import NIOCore

/// Reads a body for all its parts: one place in one stream, whoever asks.
actor MultipartReader {
    private var parser: MultipartParser
    private let body: Body
    private var pieces: Body.Iterator
    /// The number of the part that is read, from 1.
    private var number = 0
    private var isInPart = false
    private var isReading = false
    /// What ended the reading; everybody who comes later is told, too.
    private var failure: (any Error)?

    init(_ body: Body, _ parser: MultipartParser) {
        self.parser = parser
        self.body = body
        pieces = body.makeAsyncIterator()
    }

    /// The head of the next part, with its bytes to come.
    func nextPart() async throws -> Multipart.Part? {
        while let event = try await nextEvent() {
            guard case .part(let head) = event else { continue }
            let source = MultipartPartSource(self, number: number)
            return Multipart.Part(head, Body(.source(source), count: nil))
        }
        return nil
    }

    /// The next bytes of a part; `nil` at its end.
    func nextPiece(of part: Int) async throws -> ByteBuffer? {
        guard part == number else { throw Self.passed }
        while isInPart, let event = try await nextEvent() {
            if case .bytes(let piece) = event { return piece }
        }
        return nil
    }

    private func nextEvent() async throws -> MultipartParser.Event? {
        if let failure { throw failure }
        // While one waits for the client, the actor lets others in.
        guard !isReading else { throw Self.twoReaders }
        isReading = true
        defer { isReading = false }
        do {
            if number == 0 { try body.checkAnnouncedLength() }
            let event = try await readEvent()
            note(event)
            return event
        } catch {
            failure = error
            throw error
        }
    }

    private func readEvent() async throws -> MultipartParser.Event? {
        while true {
            if let event = try parser.next() { return event }
            var pieces = pieces
            let piece = try await pieces.next()
            self.pieces = pieces
            guard let piece else { return try parser.finish() }
            parser.append(piece)
        }
    }

    private func note(_ event: MultipartParser.Event?) {
        switch event {
        case .part:
            number += 1
            isInPart = true
        case .partEnd: isInPart = false
        case .bytes, .end, nil: break
        }
    }

    private static let passed = Problem(
        .internalServerError,
        "A part of a multipart body was read after the next one had been asked for. Read each part before the loop goes on."
    )

    private static let twoReaders = Problem(
        .internalServerError, "Two tasks read one multipart body at the same time.")
}

/// The bytes of one part, as those of a body.
final class MultipartPartSource: BodySource {
    private let reader: MultipartReader
    private let number: Int

    init(_ reader: MultipartReader, number: Int) {
        self.reader = reader
        self.number = number
    }

    func next() async throws -> ByteBuffer? {
        try await reader.nextPiece(of: number)
    }
}
