// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Testing

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
}
