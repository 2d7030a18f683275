// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// Everything that is wrong with an app's settings, thrown once by ``SettingsReader/check()``.
///
/// No entry shows a value, since any of them can be a secret. Safe to print and to log.
public struct SettingsError: Error, Sendable, CustomStringConvertible {
    /// One setting that is missing or malformed.
    public struct Mistake: Sendable, Hashable {
        /// A word to search for: `FLEDGE_SETTING_MISSING` or `FLEDGE_SETTING_TYPE`.
        public let code: String
        /// The name of the variable.
        public let name: String
        /// What is wrong, what it must be, where it came from and what to do.
        public let message: String
    }

    /// All of them, by name.
    public let mistakes: [Mistake]

    /// A heading and an entry for each mistake.
    public var description: String {
        MistakeList.text(
            "The app cannot start", in: "its settings",
            mistakes.map { "\($0.message) [\($0.code)]" })
    }
}
