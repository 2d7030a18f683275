// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

public import FledgeRouting

/// Everything that is wrong with how an app was put together, thrown once when it is built.
///
/// Its description is meant for a terminal: each entry with the place in the source and the remedy.
public struct SetupError: Error, Sendable, CustomStringConvertible {
    /// One mistake.
    public struct Mistake: Sendable, Hashable {
        /// A word to search for: `FLEDGE_ROUTE_CONFLICT`.
        public let code: String
        /// What is wrong and what to do.
        public let message: String
        /// Where it was written, if it has one place.
        public let location: CodeLocation?
    }

    /// All of them.
    public let mistakes: [Mistake]

    /// A heading and an entry for each mistake.
    public var description: String {
        MistakeList.text(
            "The app cannot start", in: "its set-up",
            mistakes.map { mistake in
                let place = mistake.location.map { "\($0): " } ?? ""
                return "\(place)\(mistake.message) [\(mistake.code)]"
            })
    }
}
