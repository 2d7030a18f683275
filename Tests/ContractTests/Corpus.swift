// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// The requests that are sent to every variant, in two heaps.
struct Corpus: Sendable, Hashable, CustomStringConvertible {
    /// For test names.
    let description: String
    let samples: [Sample]

    /// What the description of each route gives.
    static let routes = Corpus(
        description: "requests from the routes",
        samples: distinct(Sketches.all.flatMap(SampleMaker.samples)))

    /// What nobody thought of, the same at every run.
    static let random = Corpus(
        description: "random requests", samples: RandomSamples(seed: 0x5EED).samples(500))

    static let allCases = [routes, random]

    /// Every twentieth: each request over TLS is a handshake of its own, which costs milliseconds.
    static let overTLS = allCases.map { corpus in
        Corpus(
            description: "every twentieth of the \(corpus)",
            samples: corpus.samples.enumerated().filter { $0.offset % 20 == 0 }.map(\.element))
    }

    /// Routes that share a path give some requests twice.
    private static func distinct(_ samples: [Sample]) -> [Sample] {
        var known: Set<String> = []
        return samples.filter { known.insert("\($0.request) \($0.expected ?? 0)").inserted }
    }

    static func == (left: Corpus, right: Corpus) -> Bool { left.description == right.description }

    func hash(into hasher: inout Hasher) { hasher.combine(description) }
}
