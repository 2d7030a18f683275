// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax

/// Texts that are statements of SQL.
enum SQLText {
    /// Whether a text begins as a statement does, and goes on as one.
    static func isStatement(_ node: StringLiteralExprSyntax) -> Bool {
        let words = words(node).prefix(40)
        guard let verb = words.first, words.count > 2 else { return false }
        func has(_ word: String) -> Bool {
            words.contains { $0 == word || $0 == word.lowercased() }
        }
        switch verb {
        case "SELECT", "select": return has("FROM")
        case "INSERT", "insert": return has("INTO")
        case "UPDATE", "update": return has("SET")
        case "DELETE", "delete": return has("FROM")
        case "CREATE", "ALTER", "DROP": return has("TABLE") || has("INDEX")
        case "WITH": return has("AS") && has("SELECT")
        default: return false
        }
    }

    /// The names that stand where a table does.
    static func tables(_ node: StringLiteralExprSyntax) -> [String] {
        let words = words(node)
        var found: [String] = []
        for (word, next) in zip(words, words.dropFirst()) {
            guard ["FROM", "INTO", "UPDATE", "JOIN"].contains(word.uppercased()) else { continue }
            let name = next.trimmedOf("\"`;,)")
            let isName = name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." }
            let isKeyword = ["SET", "SELECT", "LATERAL", "ONLY", "OF"].contains(name.uppercased())
            if isName, !isKeyword, name.first?.isLetter == true, !found.contains(name) {
                found.append(name)
            }
        }
        return found
    }

    private static func words(_ node: StringLiteralExprSyntax) -> [String] {
        let text = node.segments.map { segment in
            segment.as(StringSegmentSyntax.self)?.content.text ?? "?"
        }.joined()
        return text.split { $0.isWhitespace || $0 == "(" }.map(String.init)
    }
}

extension String {
    fileprivate func trimmedOf(_ characters: String) -> String {
        let start = drop { characters.contains($0) }
        guard let end = start.lastIndex(where: { !characters.contains($0) }) else { return "" }
        return String(start[...end])
    }
}
