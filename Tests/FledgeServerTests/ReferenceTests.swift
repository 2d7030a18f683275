// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import Testing

/// The parser against a slow one that was written from the RFCs.
@Suite struct `The reference parser` {
    /// Bounds that short streams reach.
    private static let tight: Limits = {
        var limits = Limits()
        limits.requestLine = 60
        limits.headerField = 40
        limits.headerFields = 6
        limits.headerBlock = 120
        limits.chunkExtension = 12
        limits.chunkExtensions = 20
        limits.trailers = 24
        return limits
    }()

    /// The judge is judged: it has the verdicts of the corpus.
    @Test func `gives the verdicts of the corpus`() throws {
        for stream in try H1Corpus.streams() {
            let verdict = ReferenceParser.verdict(of: stream.bytes)
            let accepted = verdict.requests.compactMap { request in
                request.body.map { H1Corpus.Accepted(method: request.method, body_len: $0.count) }
            }
            switch stream.verdict {
            case .accept, .incomplete:
                // What follows the last request of a connection is never read.
                let isOver = verdict.requests.contains { !$0.keepsAlive }
                #expect(isOver || !verdict.isRefused, "\(stream.id)")
            case .reject:
                #expect(verdict.isRefused || Self.isHopeless(stream.bytes), "\(stream.id)")
            case .acceptOrReject, .incompleteOrReject:
                continue
            }
            #expect(accepted == stream.accepted, "\(stream.id)")
        }
    }

    /// Whether an unfinished line is refused however it goes on: the reference waits for its end.
    private static func isHopeless(_ bytes: [UInt8]) -> Bool {
        Agreement.completions.allSatisfy { ReferenceParser.verdict(of: bytes + $0).isRefused }
    }

    @Test func `agrees about every case of the corpus`() throws {
        for stream in try H1Corpus.streams() {
            check(stream.bytes, limits: Limits(), stream.id)
            check(stream.bytes, limits: Self.tight, stream.id)
        }
    }

    @Test(arguments: 0..<8)
    func `agrees about mutations of them, however they are split`(_ seed: UInt64) throws {
        let streams = try H1Corpus.streams().map(\.bytes).filter { $0.count < 1_000 }
        var mutator = Mutator(seed: seed, streams: streams)
        for round in 0..<3_000 {
            let bytes = mutator.next()
            let limits = round.isMultiple(of: 4) ? Self.tight : Limits()
            check(bytes, limits: limits, "seed \(seed), round \(round)", mutator.split(bytes))
        }
    }

    /// - Parameters:
    ///   - bytes: The stream.
    ///   - limits: The bounds.
    ///   - name: How to find it again.
    ///   - pieces: The same, split.
    private func check(
        _ bytes: [UInt8], limits: Limits, _ name: String, _ pieces: [[UInt8]] = []
    ) {
        let whole = ParserVerdict(of: [bytes], limits: limits)
        if let difference = Agreement.difference(whole, bytes, limits: limits) {
            Issue.record(
                "\(name): \(difference)\n\(String(decoding: bytes, as: UTF8.self).debugDescription)"
            )
        }
        if !pieces.isEmpty, ParserVerdict(of: pieces, limits: limits) != whole {
            Issue.record("\(name): it depends on the split\n\(pieces)")
        }
    }
}
