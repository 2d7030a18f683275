// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// Why there is no new build: what the compiler says, or what the app wrote before it ended.
struct BuildFailure: Hashable, Sendable {
    /// A line that says what has failed.
    var title: String
    /// Errors with their excerpts, the first one first.
    var errors: [Entry]
    /// What was written, for failures that name no line.
    var output: [String]

    /// An error with the lines around it.
    struct Entry: Hashable, Sendable {
        var diagnostic: Diagnostic
        /// `app/HelloRoute.swift:4:9`, or nothing.
        var place: String?
        var excerpt: Excerpt?
    }

    /// The first error in a line, for API clients.
    var summary: String {
        guard let first = errors.first else { return output.last { !$0.isEmpty } ?? title }
        return (first.place.map { $0 + ": " } ?? "") + first.diagnostic.message
    }
}

/// Lines of a file around a place.
struct Excerpt: Hashable, Sendable {
    /// The number of the first line.
    var first: Int
    var lines: [String]
    /// The line that is meant.
    var marked: Int
    /// What stands before the place in its line, for a caret below it; nil without a column.
    var lead: String?

    /// Reads two lines before and one after.
    ///
    /// - Returns: `nil` when the file cannot be read or is shorter.
    static func read(_ file: String, line: Int, column: Int?) -> Excerpt? {
        guard let text = Paths.text(file) else { return nil }
        return make(text, line: line, column: column)
    }

    static func make(_ text: String, line: Int, column: Int?) -> Excerpt? {
        let all = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard line >= 1, line <= all.count else { return nil }
        let first = max(1, line - 2)
        let last = min(all.count, line + 1)
        let bytes = Array(all[line - 1].utf8)
        let lead = column.map { String(decoding: bytes.prefix(max(0, $0 - 1)), as: UTF8.self) }
        return Excerpt(first: first, lines: Array(all[first - 1..<last]), marked: line, lead: lead)
    }

    /// Spaces and tabs that reach as far as the text before the place.
    var indent: String? {
        lead.map { String($0.map { $0 == "\t" ? "\t" : " " }) }
    }
}
