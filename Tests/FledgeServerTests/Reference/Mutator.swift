// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// Damages streams at random, the same way for the same seed.
struct Mutator {
    private var random: SeededGenerator
    private let streams: [[UInt8]]

    init(seed: UInt64, streams: [[UInt8]]) {
        random = SeededGenerator(seed: seed)
        self.streams = streams
    }

    /// A stream with one to four changes.
    mutating func next() -> [UInt8] {
        var bytes = pick()
        for _ in 0..<Int.random(in: 1...4, using: &random) { change(&bytes) }
        return bytes
    }

    /// Cuts `bytes` at up to five places.
    mutating func split(_ bytes: [UInt8]) -> [[UInt8]] {
        let cuts = (0..<5).map { _ in Int.random(in: 0...bytes.count, using: &random) }.sorted()
        return zip([0] + cuts, cuts + [bytes.count]).map { Array(bytes[$0..<$1]) }
    }

    private mutating func pick() -> [UInt8] {
        streams.randomElement(using: &random) ?? []
    }

    private mutating func change(_ bytes: inout [UInt8]) {
        let place = range(in: bytes)
        switch Int.random(in: 0..<8, using: &random) {
        case 0: flipBit(&bytes)
        case 1: bytes.replaceSubrange(place, with: [])
        case 2: bytes.insert(contentsOf: bytes[place], at: place.lowerBound)
        case 3: splice(&bytes)
        case 4: swapLines(&bytes)
        default:
            let piece = Self.pieces.randomElement(using: &random) ?? ""
            let isInserted = Bool.random(using: &random)
            let end = isInserted ? place.lowerBound : min(place.lowerBound + 1, bytes.count)
            bytes.replaceSubrange(place.lowerBound..<end, with: piece.latin1)
        }
    }

    /// A short range, so that most of the stream stays as it is.
    private mutating func range(in bytes: [UInt8]) -> Range<Int> {
        let start = Int.random(in: 0...bytes.count, using: &random)
        let length = Int.random(in: 1...8, using: &random)
        return start..<min(start + length, bytes.count)
    }

    private mutating func flipBit(_ bytes: inout [UInt8]) {
        guard let index = bytes.indices.randomElement(using: &random) else { return }
        bytes[index] ^= 1 << UInt8.random(in: 0..<8, using: &random)
    }

    /// The head of one stream and the tail of another.
    private mutating func splice(_ bytes: inout [UInt8]) {
        let other = pick()
        let cut = Int.random(in: 0...bytes.count, using: &random)
        let start = Int.random(in: 0...other.count, using: &random)
        bytes = Array(bytes[..<cut]) + other[start...]
    }

    private mutating func swapLines(_ bytes: inout [UInt8]) {
        var lines = bytes.split(separator: 10, omittingEmptySubsequences: false)
        guard let first = lines.indices.randomElement(using: &random),
            let second = lines.indices.randomElement(using: &random)
        else { return }
        lines.swapAt(first, second)
        bytes = Array(lines.joined(separator: [10]))
    }

    /// What has fooled parsers before, one character for each byte.
    private static let pieces = [
        "\0", "\t", "\n", "\r", "\r\n", " ", "\"", "#", "%", "%00", "%2f", "%ff", "*", "+", ",",
        "-",
        ".", "/", "0", "9", "0x", ":", ";", ";a=\"", "=", "?", "@", "[", "\\", "]", "\u{7F}",
        "\u{80}", "\u{85}", "\u{A0}", "\u{FF}", "\u{0B}", "\u{0C}", "f", "ffffffffffffffff",
        "9223372036854775807", "18446744073709551616", "chunked", ", chunked", "GET", "CONNECT",
        "OPTIONS", "HTTP/1.0", "HTTP/1.2", "HTTP/2.0", "http://a", "\r\nHost: a", "\r\nHost: b@c",
        "\r\nContent-Length: 5", "\r\nTransfer-Encoding: chunked", "\r\nExpect: 100-continue",
        "\r\nConnection: close", "\r\n folded", "\r\n\r\n", "0\r\n\r\n", "5\r\nhello\r\n",
    ]
}

extension String {
    /// One byte for each character.
    fileprivate var latin1: [UInt8] {
        unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    }
}
