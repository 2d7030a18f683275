// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import FledgeHTTP
import HTTPTypes
import NIOCore

/// Reads one request head, line after line, while its bytes come in.
struct HeadParser {
    private var scanner = LineScanner()
    private var emptyLines = 0
    private var line: RequestLine?
    private var fieldsStart = 0
    private var entries: [HeadEntry] = []

    /// Clients that end a body with a CR LF too many are let off (RFC 9112, 2.2), a few times.
    private static let emptyLinesAllowed = 5

    /// Whether something of a request is there, so that the head's time limit runs.
    var hasRequestLine: Bool { line != nil }

    /// Whether the method is HEAD, once the request line is there.
    var isHead: Bool { line?.commonMethod == .head }

    /// - Parameters:
    ///   - bytes: Everything since the head began, more of it at each call.
    ///   - limits: The bounds of line and fields.
    /// - Returns: The length of the head when all of it is there, `nil` when more bytes are needed.
    /// - Throws: What the request must be answered with.
    mutating func parse(
        _ bytes: UnsafeRawBufferPointer, _ limits: Limits
    ) throws(Refusal) -> Int? {
        while line == nil {
            guard let range = try nextRequestLine(bytes, limits) else { return nil }
            if range.isEmpty {
                emptyLines += 1
                guard emptyLines <= Self.emptyLinesAllowed else {
                    throw .malformed("There are too many empty lines before the request.")
                }
            } else {
                line = try RequestLine(range, in: bytes)
                fieldsStart = scanner.start
            }
        }
        while let range = try nextFieldLine(bytes, limits) {
            if range.isEmpty { return scanner.start }
            guard entries.count < limits.headerFields else {
                throw Refusal(
                    .requestHeaderFieldsTooLarge,
                    "There are more than \(limits.headerFields) header fields.")
            }
            entries.append(try FieldLine.parse(range, in: bytes))
        }
        return nil
    }

    private mutating func nextRequestLine(
        _ bytes: UnsafeRawBufferPointer, _ limits: Limits
    ) throws(Refusal) -> Range<Int>? {
        if scanner.start < bytes.count { try RequestLine.checkFirst(bytes[scanner.start]) }
        return try scanner.next(
            in: bytes, limit: limits.requestLine.bytes,
            tooLong: Refusal(.uriTooLong, "The request line is longer than \(limits.requestLine).")
        )
    }

    private mutating func nextFieldLine(
        _ bytes: UnsafeRawBufferPointer, _ limits: Limits
    ) throws(Refusal) -> Range<Int>? {
        if scanner.start < bytes.count { try FieldLine.checkFirst(bytes[scanner.start]) }
        let rest = max(0, limits.headerBlock.bytes - (scanner.start - fieldsStart))
        return try scanner.next(
            in: bytes, limit: min(limits.headerField.bytes, rest),
            tooLong: Refusal(
                .requestHeaderFieldsTooLarge,
                rest < limits.headerField.bytes
                    ? "The header fields together are longer than \(limits.headerBlock)."
                    : "A header field is longer than \(limits.headerField).")
        )
    }

    /// Begins anew, with the memory that it has.
    mutating func reset() {
        scanner = LineScanner()
        emptyLines = 0
        line = nil
        // That of a request with many fields is let go, so that idle connections stay small.
        if entries.capacity > 32 { entries = [] } else { entries.removeAll(keepingCapacity: true) }
    }

    /// Checks the head as a whole, once `parse` has found its end.
    ///
    /// - Parameters:
    ///   - bytes: The bytes of the head. Target and fields share one copy of them.
    ///   - peer: Where it comes from.
    /// - Returns: The head; `nil` only when `parse` has not found the end.
    /// - Throws: What the request must be answered with.
    ///
    /// Changes nothing; a function that may is called on the parser itself and not on a copy.
    mutating func finish(
        _ bytes: UnsafeRawBufferPointer, _ peer: Peer
    ) throws(Refusal) -> RequestHead? {
        guard let line else { return nil }
        let head = HeadBytes.parsed(bytes, entries)
        let target = try Self.target(line, bytes, head)
        let rules = try HeadRules(bytes, entries, line.version)
        try rules.checkHost()
        let framing = try rules.framing()
        let expectsContinue = try rules.expectsContinue()
        let request = Request(
            method: line.method, line.commonMethod, target: target, version: line.version,
            headers: Fields(parsed: head), peer: peer)
        return RequestHead(
            request: request, framing: framing, keepsAlive: rules.keepsAlive,
            expectsContinue: expectsContinue)
    }

    private static func target(
        _ line: RequestLine, _ bytes: UnsafeRawBufferPointer, _ head: HeadBytes
    ) throws(Refusal) -> RequestTarget {
        let isConnect = line.commonMethod == nil && line.method == .connect
        if isConnect,
            Authority.isValid(UnsafeRawBufferPointer(rebasing: bytes[line.target]))
        {
            throw Refusal(.notImplemented, "CONNECT is for proxies; this is an origin server.")
        }
        do throws(RequestTarget.ParseError) {
            return try RequestTarget(
                parsing: head, at: line.target, isOptions: line.commonMethod == .options,
                isConnect: isConnect)
        } catch {
            throw .malformed(error.description)
        }
    }
}

extension ByteBuffer {
    /// `withUnsafeReadableBytes` for typed throws.
    func reading<Result>(
        _ body: (UnsafeRawBufferPointer) throws(Refusal) -> Result
    ) throws(Refusal) -> Result {
        let result: Swift.Result<Result, Refusal> = withUnsafeReadableBytes { bytes in
            do throws(Refusal) { return .success(try body(bytes)) } catch { return .failure(error) }
        }
        return try result.get()
    }
}
