// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import ContractApp
import FledgeTesting
import FledgeTestingTLS
import Testing

/// The promise of the framework's two front doors: the same app, declared by files and by code,
/// answers every request alike, in status, header fields and body.
@Suite struct ContractTests {
    @Test(arguments: Corpus.allCases, TestDepth.allCases)
    func `files and code answer alike`(corpus: Corpus, depth: TestDepth) async throws {
        try await expectAlike(corpus, depth)
    }

    @Test(arguments: Corpus.overTLS)
    func `files and code answer alike over TLS`(corpus: Corpus) async throws {
        try await expectAlike(corpus, .tls)
    }

    private func expectAlike(_ corpus: Corpus, _ depth: TestDepth) async throws {
        let files = try await AnswerBook.shared.answers(.files, corpus, depth)
        for variant in ContractVariant.allCases.dropFirst() {
            let others = try await AnswerBook.shared.answers(variant, corpus, depth)
            expectSame(corpus.samples, files, "files", others, variant.description)
        }
    }

    @Test(arguments: Corpus.allCases, ContractVariant.allCases)
    func `a request is answered over a socket as in the process`(
        corpus: Corpus, variant: ContractVariant
    ) async throws {
        let direct = try await AnswerBook.shared.answers(variant, corpus, .inProcess)
        let distant = try await AnswerBook.shared.answers(variant, corpus, .loopback)
        expectSame(corpus.samples, direct, "in process", distant, "loopback")
    }

    @Test(arguments: Corpus.overTLS, ContractVariant.allCases)
    func `a request is answered over TLS as in the process, with cookies for TLS alone`(
        corpus: Corpus, variant: ContractVariant
    ) async throws {
        let direct = try await AnswerBook.shared.answers(variant, corpus, .inProcess)
        let distant = try await AnswerBook.shared.answers(variant, corpus, .tls)
        expectSame(corpus.samples, direct.map(\.overTLS), "in process", distant, "TLS")
    }

    /// Variants that are wrong alike would agree.
    @Test func `what the description of the routes foretells is what comes`() async throws {
        let answers = try await AnswerBook.shared.answers(.files, .routes, .inProcess)
        let wrong = zip(Corpus.routes.samples, answers).filter { sample, answer in
            sample.expected != nil && sample.expected != answer.status
        }
        for (sample, answer) in wrong.prefix(Difference.shown) {
            Issue.record("\(sample)\n  foretold \(sample.expected ?? 0), but it was \(answer)")
        }
        #expect(wrong.count == 0)
    }
}

/// Records the first differences, each with the request that makes it appear.
private func expectSame(
    _ samples: [Sample], _ left: [Answer], _ leftName: String, _ right: [Answer],
    _ rightName: String
) {
    let differences = zip(samples, zip(left, right)).compactMap { sample, answers in
        Difference(sample, leftName, answers.0, rightName, answers.1)
    }
    for difference in differences.prefix(Difference.shown) { Issue.record("\(difference)") }
    #expect(differences.count == 0)
    #expect(left.count == samples.count)
    #expect(right.count == samples.count)
}
