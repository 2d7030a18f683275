// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// The requests that are sent to every variant, in two heaps.
struct Corpus: Sendable, Hashable, CustomStringConvertible {
    /// For test names.
    let description: String
    let samples: [Sample]

    /// What the description of each route gives.
    static let routes = Corpus(
        description: "requests from the routes", samples: Sketches.all.flatMap(SampleMaker.samples))

    /// What nobody thought of, the same at every run.
    static let random = Corpus(
        description: "random requests", samples: RandomSamples(seed: 0x5EED).samples(800))

    static let allCases = [routes, random]

    static func == (left: Corpus, right: Corpus) -> Bool { left.description == right.description }

    func hash(into hasher: inout Hasher) { hasher.combine(description) }
}
