// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Testing

/// The parser against llhttp, the parser of Node and of SwiftNIO.
///
/// It is more lenient than the RFCs, so agreement is not the aim: every difference must have a
/// reason that stands in `SecondOpinion`.
@Suite struct `llhttp` {
    @Test func `differs about the corpus by known rules alone`() throws {
        var judgements: Set<SecondOpinion.Judgement> = []
        for stream in try H1Corpus.streams() {
            let judgement = SecondOpinion.judge(stream.bytes)
            check(judgement, stream.bytes, stream.id)
            judgements.insert(judgement)
        }
        // Both halves of the comparison are at work.
        #expect(judgements.contains(.same))
        #expect(judgements.contains(.explained("llhttp leaves Host to the server")))
    }

    @Test(arguments: 0..<4) func `differs about mutations by known rules alone`(_ seed: UInt64)
        throws
    {
        let streams = try H1Corpus.streams().map(\.bytes).filter { $0.count < 1_000 }
        var mutator = Mutator(seed: seed + 100, streams: streams)
        for round in 0..<4_000 {
            let bytes = mutator.next()
            check(SecondOpinion.judge(bytes), bytes, "seed \(seed + 100), round \(round)")
        }
    }

    private func check(
        _ judgement: SecondOpinion.Judgement, _ bytes: [UInt8], _ name: String
    ) {
        guard case .unexplained(let what) = judgement else { return }
        let text = String(decoding: bytes, as: UTF8.self).debugDescription
        Issue.record("\(name): \(what)\n\(text)")
    }
}
