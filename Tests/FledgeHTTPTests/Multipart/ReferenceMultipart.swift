// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeHTTP

/// Reads a whole multipart body by the letter of RFC 2046, 5.1.1, slowly: every position is compared
/// with the whole delimiter, nothing is kept between two steps.
///
/// Part headers are read by the parser's own code; tables are held against that.
struct ReferenceMultipart {
    private let body: [UInt8]
    private let delimiter: [UInt8]
    private let boundary: MultipartDelimiter
    private let bounds: MultipartParser.Bounds
    private var transcript = MultipartTranscript()

    static func read(
        _ body: [UInt8], boundary: MultipartDelimiter, bounds: MultipartParser.Bounds = .tests
    ) -> MultipartTranscript {
        var reader = ReferenceMultipart(
            body: Array("\r\n".utf8) + body,
            delimiter: Array("\r\n--\(boundary.boundary)".utf8),
            boundary: boundary, bounds: bounds)
        reader.readAll()
        return reader.transcript
    }

    private init(
        body: [UInt8], delimiter: [UInt8], boundary: MultipartDelimiter,
        bounds: MultipartParser.Bounds
    ) {
        self.body = body
        self.delimiter = delimiter
        self.boundary = boundary
        self.bounds = bounds
    }

    private mutating func readAll() {
        var position = 0
        var open: MultipartPartHead?
        var number = 0
        while true {
            guard let found = find(delimiter, from: position) else {
                return fail("cut", number)
            }
            if let head = open {
                transcript.parts.append(.init(head: head, bytes: Array(body[position..<found])))
            }
            position = found + delimiter.count
            if starts("--", at: position) { return readEnd(position + 2, number) }
            let padding = body[position...].prefix { $0 == 32 || $0 == 9 }.count
            if padding > bounds.partHeaders { return tooLong(number + 1) }
            position += padding
            if position >= body.count { return fail("cut", number) }
            guard starts("\r\n", at: position) else {
                let isCut = body.count - position == 1 && "\r-".utf8.contains(body[position])
                return fail(isCut ? "cut" : "tail", number)
            }
            number += 1
            if number > bounds.parts {
                return transcript.error = .tooManyParts(limit: bounds.parts)
            }
            guard let end = readHead(position, number, &open) else { return }
            position = end
        }
    }

    /// Where the bytes of the part begin, which is before its empty line when it has none.
    private mutating func readHead(
        _ start: Int, _ number: Int, _ open: inout MultipartPartHead?
    ) -> Int? {
        let end = find(Array("\r\n\r\n".utf8), from: start)
        let length = (end ?? body.count - 4) - start
        if length > bounds.partHeaders {
            tooLong(number)
            return nil
        }
        guard let end else {
            fail("cut", number)
            return nil
        }
        let lines = body[min(start + 2, end)..<end]
        open = MultipartTranscript.head(of: Array(lines), boundary: boundary)
        if open == nil {
            fail("head", number)
            return nil
        }
        return starts(delimiter, at: end + 2) ? end + 2 : end + 4
    }

    private mutating func readEnd(_ start: Int, _ number: Int) {
        let padding = body[start...].prefix { $0 == 32 || $0 == 9 }.count
        if padding > bounds.partHeaders { return tooLong(number + 1) }
        let rest = body[(start + padding)...]
        if rest.isEmpty || rest.starts(with: Array("\r\n".utf8)) {
            transcript.isEnded = true
        } else {
            fail(rest.elementsEqual([13]) ? "cut" : "closing", number)
        }
    }

    private mutating func fail(_ reason: String, _ part: Int) {
        transcript.error = .malformed(reason: reason, part: part, offset: 0)
    }

    private mutating func tooLong(_ part: Int) {
        transcript.error = .partHeadersTooLarge(limit: bounds.partHeaders, part: part)
    }

    private func find(_ pattern: [UInt8], from start: Int) -> Int? {
        (start..<max(start, body.count)).first { starts(pattern, at: $0) }
    }

    private func starts(_ pattern: String, at position: Int) -> Bool {
        starts(Array(pattern.utf8), at: position)
    }

    private func starts(_ pattern: [UInt8], at position: Int) -> Bool {
        position <= body.count && body[position...].starts(with: pattern)
    }
}

extension MultipartTranscript {
    /// What the parser makes of the headers alone, before an empty part.
    static func head(of lines: [UInt8], boundary: MultipartDelimiter) -> MultipartPartHead? {
        let dashes = "--\(boundary.boundary)"
        let body = Array("\(dashes)\r\n".utf8) + lines + Array("\r\n\r\n\r\n\(dashes)--".utf8)
        return MultipartTranscript([body], boundary: boundary).parts.first?.head
    }

    /// The same, without what only the parser says: the words and places of its errors.
    var comparable: MultipartTranscript {
        var copy = self
        if case .malformed(_, let part, _) = error {
            copy.error = .malformed(reason: "", part: part, offset: 0)
        }
        return copy
    }
}
