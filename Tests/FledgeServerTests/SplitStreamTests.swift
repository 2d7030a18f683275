// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import NIOCore
import Testing

@testable import FledgeServer

/// The events of the parser must not depend on how the network splits the bytes.
@Suite struct `A stream that comes in pieces` {
    static let rows: [ParserRow] =
        `The request line`.rows + `The header fields`.rows + `The framing of a body`.lengths
        + `The framing of a body`.encodings
        + (`A chunked body`.accepted + `A chunked body`.refused).map {
            ParserRow($0.name, bytes: `A chunked body`.head + $0.bytes, $0.expected)
        }

    @Test(arguments: rows) func `gives what it gives in one piece`(_ row: ParserRow) {
        let whole = Transcript.of([row.bytes])
        for cut in row.bytes.indices {
            let pieces = [Array(row.bytes[..<cut]), Array(row.bytes[cut...])]
            #expect(Transcript.of(pieces) == whole, "cut before byte \(cut)")
        }
        #expect(Transcript.of(row.bytes.map { [$0] }) == whole, "byte by byte")
    }

    @Test(arguments: 0..<8) func `gives the same when it was damaged at random`(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for row in Self.rows {
            var bytes = row.bytes
            for _ in 0..<3 {
                let index = Int.random(in: bytes.indices, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: bytes[index] = Self.interesting.randomElement(using: &random) ?? 0
                case 1: bytes.insert(bytes[index], at: index)
                default: if bytes.count > 1 { bytes.remove(at: index) }
                }
            }
            let whole = Transcript.of([bytes])
            #expect(Transcript.of(bytes.map { [$0] }) == whole, "\(bytes)")
        }
    }

    /// One that always has the beginning of the next request never has nothing to parse.
    @Test(arguments: [false, true]) func `leaves no memory behind what was parsed`(isLent: Bool) {
        let field = "X-Long: \(String(repeating: "x", count: 1000))"
        let request = Array("GET / HTTP/1.1\r\nHost: a\r\n\(field)\r\n\r\n".utf8)
        var parser = RequestParser(limits: Limits())
        var heads = 0
        for _ in 0..<1000 {
            let piece = heads == 0 ? request + request[..<1] : request[1...] + request[..<1]
            piece.withUnsafeBytes { bytes in
                if isLent {
                    parser.receive(bytes)
                } else {
                    parser.receive(ByteBuffer(bytes: piece))
                }
                while case .head = parser.next() { heads += 1 }
                parser.release()
            }
        }
        #expect(heads == 1000)
        #expect(parser.capacity < 16 * 1024)
    }

    private static let interesting: [UInt8] = [
        0x00, 0x09, 0x0A, 0x0D, 0x20, 0x22, 0x2C, 0x30, 0x3A, 0x3B, 0x3D, 0x66, 0x7F, 0x80, 0xFF,
    ]
}

/// SplitMix64: the same numbers for the same seed, so that a failure can be repeated.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
