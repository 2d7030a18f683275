// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// The one layout of errors that list everything that is wrong at once, for a terminal.
enum MistakeList {
    /// A heading that counts, and an entry for each mistake.
    ///
    /// - Parameters:
    ///   - heading: Without the count: "The app cannot start".
    ///   - place: What has the mistakes: "its set-up".
    ///   - entries: One for each mistake; further lines of one are indented below its first.
    /// - Returns: Several lines, without a line break at the end.
    static func text(_ heading: String, in place: String, _ entries: [String]) -> String {
        let count = entries.count == 1 ? "1 mistake" : "\(entries.count) mistakes"
        let lines = entries.map { entry in
            "  - "
                + entry.split(separator: "\n", omittingEmptySubsequences: false)
                .joined(separator: "\n    ")
        }
        return (["\(heading): \(count) in \(place)."] + lines).joined(separator: "\n")
    }
}
