// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeJSON

/// Collects the lines of a generated file.
struct CodeWriter {
    /// How deep a block goes in.
    let indent: String
    private(set) var text = ""
    private var depth = 0

    init(indent: String) { self.indent = indent }

    /// One line; an empty one has no spaces.
    mutating func line(_ line: String = "") {
        if !line.isEmpty {
            for _ in 0..<depth { text += indent }
            text += line
        }
        text += "\n"
    }

    /// Several lines, each with the present indentation.
    mutating func lines(_ lines: String) {
        for line in lines.split(separator: "\n", omittingEmptySubsequences: false) {
            self.line(String(line))
        }
    }

    /// `opening`, an indented body, `closing`.
    mutating func block(
        _ opening: String, _ closing: String = "}", _ body: (inout CodeWriter) -> Void
    ) {
        line(opening)
        inner(body)
        line(closing)
    }

    /// An indented body.
    mutating func inner(_ body: (inout CodeWriter) -> Void) {
        depth += 1
        body(&self)
        depth -= 1
    }
}

extension ClientOperation {
    /// What both languages say of an operation: what it does, where it goes, how it fails.
    var documentation: [String] {
        var paragraphs = [summary, description].compactMap(\.self)
        var facts = "`\(method) \(template)`"
        if !security.isEmpty { facts += ", with \(security.joined(separator: " or "))" }
        paragraphs.append(facts + ".")
        if let body, let words = body.description { paragraphs.append("The body: \(words)") }
        return paragraphs
    }

    /// `400, 409 (The name is taken)`, for the sentence on what is thrown.
    ///
    /// Words stand with the statuses that only an app decides on. The others say the same
    /// everywhere.
    var problemList: String? {
        let own: Set = [402, 409, 410, 423, 428, 429]
        let list = problems.map { problem in
            let text = problem.text.onOneLine
            let words = text.hasSuffix(".") ? String(text.dropLast()) : text
            return own.contains(problem.status) && !words.isEmpty
                ? "\(problem.status) (\(words))" : "\(problem.status)"
        }
        return list.isEmpty ? nil : list.joined(separator: ", ")
    }
}

extension ClientParameter {
    /// Its description and its default.
    var documentation: String? {
        let standard = defaultValue?.asDocumentation.map { "Default: \($0)." }
        let words = [description, standard].compactMap(\.self)
        return words.isEmpty ? nil : words.joined(separator: " ")
    }
}

extension ClientProperty {
    /// Its description and its default.
    var documentation: [String] {
        let standard = defaultValue?.asDocumentation.map { "Default: \($0)." }
        return [description, standard].compactMap(\.self)
    }
}

extension JSON {
    /// A default as a reader of the documentation sees it.
    var asDocumentation: String? {
        switch self {
        case .bool(let value): String(value)
        case .integer(let value): String(value)
        case .number(let value): String(value)
        case .string(let text): "\"\(text)\""
        case .array(let elements) where elements.isEmpty: "[]"
        case .null, .literal, .array, .object: nil
        }
    }
}
