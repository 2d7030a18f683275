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
        let heading =
            mistakes.count == 1
            ? "The app cannot start: 1 mistake in its set-up."
            : "The app cannot start: \(mistakes.count) mistakes in its set-up."
        let entries = mistakes.map { mistake in
            let place = mistake.location.map { "\($0): " } ?? ""
            let text = "\(place)\(mistake.message) [\(mistake.code)]"
            return "  - " + text.replacing(newline: "\n    ")
        }
        return ([heading] + entries).joined(separator: "\n")
    }
}

extension String {
    fileprivate func replacing(newline: String) -> String {
        split(separator: "\n", omittingEmptySubsequences: false).joined(separator: newline)
    }
}
