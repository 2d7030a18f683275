// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import ContractApp
import FledgeCore
import FledgeHTTP
import FledgeTesting
import Logging
import NIOCore

/// Asks each variant once for each corpus and depth, however many tests look at the answers.
actor AnswerBook {
    static let shared = AnswerBook()

    private struct Page: Hashable {
        let variant: String
        let corpus: Corpus
        let depth: TestDepth
    }

    private var pages: [Page: Task<[Answer], any Error>] = [:]

    /// The answers of `variant` to the samples of `corpus`, in their order.
    func answers(
        _ variant: ContractVariant, _ corpus: Corpus, _ depth: TestDepth
    ) async throws -> [Answer] {
        let page = Page(variant: variant.description, corpus: corpus, depth: depth)
        if let task = pages[page] { return try await task.value }
        let task = Task { try await Self.ask(variant, corpus.samples, depth) }
        pages[page] = task
        return try await task.value
    }

    private static func ask(
        _ variant: ContractVariant, _ samples: [Sample], _ depth: TestDepth
    ) async throws -> [Answer] {
        try await variant.makeApp(logger: .silent).test(depth) { client in
            var answers: [Answer] = []
            for sample in samples { answers.append(Answer(try await client.send(sample))) }
            return answers
        }
    }
}

extension TestClient {
    fileprivate func send(_ sample: Sample) async throws -> TestResponse {
        do {
            let bytes = ByteBuffer(bytes: sample.body)
            let body: Body = sample.isStream ? .stream { try await $0.write(bytes) } : Body(bytes)
            return try await send(
                sample.method, sample.target, headers: sample.headers, body: body)
        } catch {
            throw NoAnswer(sample: sample, cause: error)
        }
    }
}

/// A request that got no response at all, such as one whose connection was cut.
private struct NoAnswer: Error {
    let sample: Sample
    let cause: any Error
}

extension Logger {
    /// Most of the requests are wrong, and the log would say so.
    static var silent: Logger { Logger(label: "contract") { _ in SwiftLogNoOpLogHandler() } }
}
