// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax

/// A doc comment, taken apart: what a document of the API can show of it.
struct DocComment {
    /// The first paragraph, in one line.
    var summary: String?
    /// What follows it, as Markdown, without the fields.
    var details: String?
    /// The text of each `- Parameter name:`.
    var parameters: [String: String] = [:]
    /// The text of `- Returns:`.
    var result: String?
    /// The statuses of `- Throws:`, each with the words that follow it.
    var failures: [(status: Int, details: String)] = []

    /// Reads the comment in front of a declaration.
    init(of node: some SyntaxProtocol) {
        summary = DocSummary.of(node)
        var reader = DocFieldReader()
        for line in DocSummary.lines(of: node) { reader.read(line) }
        details = Self.details(of: reader.prose)
        parameters = reader.parameters.mapValues(\.trimmed)
        result = reader.result.isEmpty ? nil : reader.result
        failures = ToldStatuses.read(reader.failures)
    }

    /// Everything after the first paragraph.
    private static func details(of prose: [String]) -> String? {
        let rest = prose.drop { $0.trimmed.isEmpty }.drop {
            !$0.trimmed.isEmpty && !$0.hasPrefix("- ")
        }
        let lines = rest.drop { $0.trimmed.isEmpty }
        guard let last = lines.lastIndex(where: { !$0.trimmed.isEmpty }) else { return nil }
        return lines[...last].joined(separator: "\n")
    }
}

/// Parts the fields of a doc comment (`- Parameter`, `- Throws`, `- Returns`) from its prose.
private struct DocFieldReader {
    private enum Place {
        case prose
        /// Below `- Parameters:`, where each entry is one.
        case list
        case parameter(String, isListed: Bool)
        case failures
        case result
        /// Of no use to who calls over HTTP: `- Complexity:`.
        case dropped
    }

    private(set) var prose: [String] = []
    private(set) var parameters: [String: String] = [:]
    private(set) var failures = ""
    private(set) var result = ""
    private var place = Place.prose

    mutating func read(_ line: String) {
        let text = line.trimmed
        if text.hasPrefix("- ") || text.hasPrefix("* ") {
            enter(String(text.dropFirst(2)).trimmed, line)
        } else if text.isEmpty {
            // A field ends with its paragraph.
            place = .prose
            prose.append("")
        } else {
            append(text, line)
        }
    }

    private mutating func enter(_ entry: String, _ line: String) {
        let parts = entry.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let name = String(parts[0]).trimmed
        let text = parts.count > 1 ? String(parts[1]).trimmed : ""
        let words = name.split(separator: " ")
        switch (name.lowercased(), place) {
        case _ where parts.count < 2:
            append(entry, line)
        case ("parameters", _):
            place = .list
        case ("throws", _):
            place = .failures
            failures = text
        case ("returns", _):
            place = .result
            result = text
        case ("complexity", _):
            place = .dropped
        case _ where words.count == 2 && words[0].lowercased() == "parameter":
            parameter(String(words[1]), text, isListed: false)
        case (_, .list), (_, .parameter(_, isListed: true)):
            parameter(name, text, isListed: true)
        default:
            place = .prose
            prose.append(line)
        }
    }

    private mutating func parameter(_ name: String, _ text: String, isListed: Bool) {
        let name = name.filter { $0 != "`" }
        place = .parameter(name, isListed: isListed)
        parameters[name] = text
    }

    private mutating func append(_ text: String, _ line: String) {
        switch place {
        case .prose: prose.append(line)
        case .parameter(let name, _): parameters[name, default: ""] += " \(text)"
        case .failures: failures += " \(text)"
        case .result: result += " \(text)"
        case .list, .dropped: break
        }
    }
}

/// Reads the statuses and their reasons out of a text.
///
///     404 when there is no such user, 409 when the address is taken
private enum ToldStatuses {
    static func read(_ text: String) -> [(status: Int, details: String)] {
        var found: [(status: Int, details: String)] = []
        var words: [Substring] = []
        for word in text.split(separator: " ").reversed() {
            if let status = status(word) {
                found.insert((status, details(words) ?? found.first?.details ?? ""), at: 0)
                words = []
            } else {
                words.insert(word, at: 0)
            }
        }
        return found.reduce(into: []) { unique, entry in
            if !unique.contains(where: { $0.status == entry.status }) { unique.append(entry) }
        }
    }

    private static func status(_ word: Substring) -> Int? {
        let marks: Set<Character> = ["`", "(", ")", ",", ":", ";", "."]
        guard let number = Int(word.filter { !marks.contains($0) }) else { return nil }
        return (400...599).contains(number) ? number : nil
    }

    /// The words between two statuses, without what joins them to the next.
    private static func details(_ words: [Substring]) -> String? {
        var words = words[...]
        while let last = words.last, ["and", "or"].contains(last) { words = words.dropLast() }
        while let first = words.first, ["and", "or", "–", "-"].contains(first) {
            words = words.dropFirst()
        }
        let text = words.joined(separator: " ")
        let marks: Set<Character> = [",", ";", ".", ":", " "]
        let end = text.lastIndex { !marks.contains($0) }
        return end.map { String(text[...$0]) }
    }
}
