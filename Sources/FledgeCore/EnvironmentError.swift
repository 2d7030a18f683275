// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// Everything that is wrong with the environment files, thrown once by ``Environment/load(directory:process:)``.
///
/// No entry shows a value, since any of them can be a secret. Safe to print and to log.
public struct EnvironmentError: Error, Sendable, CustomStringConvertible {
    /// One mistake.
    public struct Mistake: Sendable, Hashable {
        /// A word to search for: `FLEDGE_ENV_SYNTAX`.
        public let code: String
        /// What is wrong and what to do.
        public let message: String
        /// Where it stands: `.env:3`, or `the process environment`.
        public let place: String
    }

    /// All of them, in the order of the files.
    public let mistakes: [Mistake]

    /// A heading and an entry for each mistake, with its place.
    public var description: String {
        MistakeList.text(
            "The environment could not be loaded", in: "the variables and their files",
            mistakes.map { "\($0.place): \($0.message) [\($0.code)]" })
    }
}
