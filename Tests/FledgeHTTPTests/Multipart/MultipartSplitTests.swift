// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeHTTP
import Testing

/// However a body is cut, whatever its bytes: the parser against itself and against a slow reader.
@Suite struct MultipartSplitTests {
    private static let seeds = [
        "--b⏎Content-Disposition: form-data; name=\"a\"⏎⏎1⏎--b--⏎",
        "pre⏎--b \t⏎Content-Disposition: form-data; name=\"a\"⏎⏎⏎--b⏎"
            + "Content-Type: image/png⏎Content-Disposition: form-data; name=f; filename=\"ä.png\"⏎⏎"
            + "⏎-⏎--⏎--a⏎\r\n\n⏎--b-- ⏎epilogue⏎--b",
        "--b⏎Content-Disposition: form-data; name=\"a\"⏎⏎--b⏎⏎⏎--b--",
        "--b⏎Content-Disposition: form-data; name=\"a\"⏎⏎⏎--b--x",
    ].map(Multipart.bytes)

    @Test(arguments: seeds) func `a cut at any byte changes nothing`(_ body: [UInt8]) {
        let whole = MultipartTranscript([body], boundary: Multipart.boundary)
        for first in 0...body.count {
            for second in [first, min(first + 1, body.count), min(first + 7, body.count)] {
                let pieces = [body[..<first], body[first..<second], body[second...]].map(Array.init)
                #expect(
                    MultipartTranscript(pieces, boundary: Multipart.boundary) == whole,
                    "cut at \(first) and \(second)")
            }
        }
        let single = body.map { [$0] }
        #expect(MultipartTranscript(single, boundary: Multipart.boundary) == whole)
    }

    @Test(arguments: seeds) func `a slow reader finds the same`(_ body: [UInt8]) {
        check(body, bounds: .tests)
    }

    @Test(arguments: [1, 2, 3, 4] as [UInt64])
    func `mutated bodies are read as by the slow reader, in one piece and byte by byte`(
        seed: UInt64
    ) {
        var random = SplitMix64(state: seed)
        let tight = MultipartParser.Bounds(parts: 2, partHeaders: 60)
        for round in 0..<1500 {
            var body = Self.seeds[round % Self.seeds.count]
            for _ in 0...Int.random(in: 0...4, using: &random) { mutate(&body, using: &random) }
            check(body, bounds: .tests)
            check(body, bounds: tight)
        }
    }

    private static let words = [
        "⏎", "⏎⏎", "--", "--b", "⏎--b", "⏎--b--", "⏎--b⏎", "\r", "\n", " ", "\t", "b", "\"", "\\",
        ";", "%22", "Content-Disposition: form-data; name=x⏎", "filename*=utf-8''x",
    ].map(Multipart.bytes)

    private func mutate(_ bytes: inout [UInt8], using random: inout SplitMix64) {
        let index = Int.random(in: 0...bytes.count, using: &random)
        switch Int.random(in: 0...3, using: &random) {
        case 0:
            bytes.insert(contentsOf: Self.words.randomElement(using: &random) ?? [], at: index)
        case 1: bytes.removeSubrange(index..<min(index + 4, bytes.count))
        case 2: bytes.append(contentsOf: Array(bytes[index...].prefix(40)))
        default: if index < bytes.count { bytes[index] = .random(in: 0...255, using: &random) }
        }
    }

    private func check(_ body: [UInt8], bounds: MultipartParser.Bounds) {
        let boundary = Multipart.boundary
        let whole = MultipartTranscript([body], boundary: boundary, bounds: bounds)
        let reference = ReferenceMultipart.read(body, boundary: boundary, bounds: bounds)
        let text = String(decoding: body, as: UTF8.self).debugDescription
        #expect(whole.comparable == reference.comparable, "\(text)")
        let single = MultipartTranscript(body.map { [$0] }, boundary: boundary, bounds: bounds)
        #expect(single == whole, "\(text)")
    }
}
