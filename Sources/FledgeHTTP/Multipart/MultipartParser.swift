// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

package import NIOCore

/// Reads `multipart/form-data` (RFC 7578, RFC 2046 5.1) as its bytes come in.
///
///     --boundary⏎                       delimiter
///     Content-Disposition: form-data; name="photo"; filename="me.png"⏎   part headers
///     ⏎
///     …bytes…⏎                          this CR LF belongs to the next delimiter
///     --boundary--⏎
///
/// It is a value that knows nothing of where bytes come from. Push with ``append(_:)``, then take
/// events with ``next()`` until there is none; ``finish()`` says that there is no more to come:
///
///     parser.append(chunk)
///     while let event = try parser.next() { … }
///
/// However the bytes are cut, the events are the same, but for where `bytes` are cut. It is strict
/// where leniency would let two readers see two different forms: lines end with CR LF, a line that
/// begins with the boundary is a delimiter or an error, nothing is folded.
///
/// Complexity: O(*n*) in all bytes, whatever they are. It holds at most the headers of one part, or
/// as much of a piece as could be the beginning of a delimiter.
package struct MultipartParser: Sendable {
    /// What was read.
    package enum Event: Sendable, Equatable {
        /// A part begins.
        case part(MultipartPartHead)
        /// A piece of the part, never empty, without a copy.
        case bytes(ByteBuffer)
        /// The part is complete.
        case partEnd
        /// The form is complete. What follows is dropped.
        case end
    }

    /// The bounds of what a client may send.
    package struct Bounds: Sendable, Hashable {
        /// The most parts.
        package var parts: Int
        /// The most bytes of headers before one part, with their line ends.
        package var partHeaders: Int

        package init(parts: Int, partHeaders: Int) {
            self.parts = parts
            self.partHeaders = partHeaders
        }
    }

    private enum State: Equatable {
        case preamble
        /// Behind the boundary of a delimiter.
        case tail(padding: Int)
        /// The buffer begins with the CR LF of the delimiter; the first `scanned` bytes hold no end.
        case headers(scanned: Int)
        /// The buffer begins with the CR LF of the empty line, which may begin a delimiter.
        case bodyStart
        case body
        /// Behind the `--` that ends the form.
        case closing(padding: Int)
        case epilogue
        case done
    }

    private let delimiter: MultipartDelimiter
    private let bounds: Bounds
    private var state = State.preamble
    /// What was not yet read.
    ///
    /// A delimiter begins with the CR LF of the line before, and the first one may be at the very
    /// beginning, so a CR LF is put there.
    private var buffer = ByteBuffer(bytes: Byte.lineEnd)
    /// How many bytes before `buffer` were read; it begins with the CR LF that nobody sent.
    private var offset = -Byte.lineEnd.count
    private var partCount = 0

    package init(_ delimiter: MultipartDelimiter, bounds: Bounds) {
        self.delimiter = delimiter
        self.bounds = bounds
    }

    /// Takes a piece of the body.
    ///
    /// Take all events before the next piece, or what is held grows.
    package mutating func append(_ piece: ByteBuffer) {
        if buffer.readableBytes == 0 {
            buffer = piece
        } else {
            buffer.writeImmutableBuffer(piece)
        }
    }

    /// The next event, or `nil` when more bytes are needed.
    ///
    /// - Throws: ``MultipartError``; after that the parser is of no more use.
    package mutating func next() throws(MultipartError) -> Event? {
        while true {
            switch state {
            case .preamble:
                guard skipPreamble() else { return nil }
            case .tail(let padding):
                guard try readTail(padding) else { return nil }
            case .headers(let scanned):
                guard let head = try readHeaders(scanned) else { return nil }
                return .part(head)
            case .bodyStart:
                guard readBodyStart() else { return nil }
            case .body:
                return readBody()
            case .closing(let padding):
                guard try readClosing(padding) else { return nil }
                return .end
            case .epilogue:
                consume(buffer.readableBytes)
                return nil
            case .done:
                return nil
            }
        }
    }

    /// Says that the body has ended.
    ///
    /// - Returns: `.end` when that ends the form, `nil` when it had ended already.
    /// - Throws: ``MultipartError`` when the closing delimiter has not come.
    package mutating func finish() throws(MultipartError) -> Event? {
        switch state {
        case .epilogue, .done:
            return nil
        case .closing where buffer.readableBytes == 0:
            state = .done
            return .end
        case .preamble:
            throw malformed("the boundary '\(delimiter.boundary)' does not stand anywhere in it")
        case .tail, .headers, .bodyStart, .body, .closing:
            throw malformed(
                "it ends before the closing line '--\(delimiter.boundary)--'; it was cut off",
                at: offset + buffer.readableBytes)
        }
    }

    private mutating func consume(_ count: Int) {
        buffer.moveReaderIndex(forwardBy: count)
        offset += count
    }

    private func malformed(_ reason: String, at position: Int? = nil) -> MultipartError {
        .malformed(reason: reason, part: partCount, offset: max(0, position ?? offset))
    }
}

// MARK: Delimiters

extension MultipartParser {
    /// Drops what stands before the first delimiter; true when that has been read.
    private mutating func skipPreamble() -> Bool {
        let match = delimiter.search(buffer)
        consume(match.dataCount)
        guard match.isWhole else { return false }
        consume(delimiter.bytes.count)
        state = .tail(padding: 0)
        return true
    }

    /// Reads what follows a boundary: `--`, or spaces and a line end.
    private mutating func readTail(_ padding: Int) throws(MultipartError) -> Bool {
        let padding = try skipPadding(padding)
        state = .tail(padding: padding)
        let bytes = buffer.readableBytesView.prefix(2)
        guard bytes.count == 2 || bytes.first.map(Self.canFollowBoundary) == false else {
            return false
        }
        if bytes.elementsEqual(Byte.dashes), padding == 0 {
            consume(2)
            state = .closing(padding: 0)
        } else if bytes.elementsEqual(Byte.lineEnd) {
            try countPart()
            state = .headers(scanned: 0)
        } else {
            throw malformed("a line begins with the boundary and goes on with other bytes")
        }
        return true
    }

    private static func canFollowBoundary(_ byte: UInt8) -> Bool {
        byte == Byte.carriageReturn || byte == Byte.dash
    }

    /// Reads the rest of the closing line, which the end of the body may end, too.
    private mutating func readClosing(_ padding: Int) throws(MultipartError) -> Bool {
        state = .closing(padding: try skipPadding(padding))
        let bytes = buffer.readableBytesView.prefix(2)
        guard bytes.count == 2 || bytes.first.map({ $0 != Byte.carriageReturn }) == true else {
            return false
        }
        guard bytes.elementsEqual(Byte.lineEnd) else {
            throw malformed("the closing line goes on with other bytes")
        }
        state = .epilogue
        return true
    }

    /// Skips the spaces that RFC 2046 allows behind a boundary; they count as part headers.
    private mutating func skipPadding(_ before: Int) throws(MultipartError) -> Int {
        let count = buffer.readableBytesView.prefix(while: FieldGrammar.isWhitespace).count
        consume(count)
        guard before + count <= bounds.partHeaders else {
            throw .partHeadersTooLarge(limit: bounds.partHeaders, part: partCount + 1)
        }
        return before + count
    }

    private mutating func countPart() throws(MultipartError) {
        partCount += 1
        guard partCount <= bounds.parts else { throw .tooManyParts(limit: bounds.parts) }
    }
}

// MARK: Parts

extension MultipartParser {
    /// Reads the headers once all of them are there.
    private mutating func readHeaders(
        _ scanned: Int
    ) throws(MultipartError) -> MultipartPartHead? {
        let view = buffer.readableBytesView
        let end = Self.emptyLine(in: view, from: max(0, scanned - 3))
        guard (end ?? max(0, view.count - 4)) <= bounds.partHeaders else {
            throw .partHeadersTooLarge(limit: bounds.partHeaders, part: partCount)
        }
        guard let end else {
            state = .headers(scanned: view.count)
            return nil
        }
        let lines = view.dropFirst(2).prefix(max(0, end - 2))
        let head = try MultipartPartHead(lines: lines, part: partCount, offset: offset + 2)
        consume(end + 2)
        state = .bodyStart
        return head
    }

    /// Where CR LF CR LF begins, counted from the start of `view`.
    private static func emptyLine(in view: ByteBufferView, from start: Int) -> Int? {
        view.withUnsafeBytes { bytes in
            var position = start
            while position + 3 < bytes.count {
                // The last of the four is looked at first: any other byte rules out all four places.
                switch bytes[position + 3] {
                case Byte.lineFeed:
                    let isEnd =
                        bytes[position] == Byte.carriageReturn
                        && bytes[position + 1] == Byte.lineFeed
                        && bytes[position + 2] == Byte.carriageReturn
                    if isEnd { return position }
                    position += 1
                case Byte.carriageReturn: position += 1
                default: position += 4
                }
            }
            return nil
        }
    }

    /// Tells an empty part, whose empty line is the one of the delimiter, from one with bytes.
    private mutating func readBodyStart() -> Bool {
        guard let isDelimiter = delimiter.isAtStart(of: buffer) else { return false }
        if !isDelimiter { consume(2) }
        state = .body
        return true
    }

    private mutating func readBody() -> Event? {
        let match = delimiter.search(buffer)
        if match.dataCount > 0 {
            offset += match.dataCount
            return buffer.readSlice(length: match.dataCount).map(Event.bytes)
        }
        guard match.isWhole else { return nil }
        consume(delimiter.bytes.count)
        state = .tail(padding: 0)
        return .partEnd
    }
}
