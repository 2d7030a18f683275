// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeHTTP
import NIOCore

/// What a multipart body was read as, in a form that can be compared: however the bytes were cut, and
/// whoever read them.
struct MultipartTranscript: Equatable, CustomStringConvertible {
    struct Part: Equatable {
        var head: MultipartPartHead
        var bytes: [UInt8]
    }

    /// The parts that were complete.
    var parts: [Part] = []
    /// Why it could not be read to its end; `nil` when it could.
    var error: MultipartError?
    /// Whether the end of the form was told.
    var isEnded = false

    var description: String {
        let parts = parts.map { part in
            let type = part.head.contentType.map { " \($0)" } ?? ""
            let file = part.head.filename.map { " file \($0.debugDescription)" } ?? ""
            let text = String(decoding: part.bytes, as: UTF8.self).debugDescription
            return "\(part.head.name.debugDescription)\(file)\(type) = \(text)"
        }
        return (parts + [error.map { "\($0)" } ?? "end"]).joined(separator: "\n")
    }
}

extension MultipartTranscript {
    /// Reads `pieces` with the parser.
    init(
        _ pieces: [[UInt8]], boundary: MultipartDelimiter, bounds: MultipartParser.Bounds = .tests
    ) {
        var parser = MultipartParser(boundary, bounds: bounds)
        var open: Part?
        do throws(MultipartError) {
            for piece in pieces {
                parser.append(ByteBuffer(bytes: piece))
                while let event = try parser.next() { note(event, &open) }
            }
            if let event = try parser.finish() { note(event, &open) }
        } catch {
            self.error = error
        }
    }

    private mutating func note(_ event: MultipartParser.Event, _ open: inout Part?) {
        switch event {
        case .part(let head):
            open = Part(head: head, bytes: [])
        case .bytes(let buffer):
            open?.bytes += Array(buffer.readableBytesView)
        case .partEnd:
            if let part = open { parts.append(part) }
            open = nil
        case .end:
            isEnded = true
        }
    }
}

extension MultipartParser.Bounds {
    static let tests = MultipartParser.Bounds(parts: 100, partHeaders: 8 * 1024)
}
