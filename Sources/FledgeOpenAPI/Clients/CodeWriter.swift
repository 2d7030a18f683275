// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeSchema

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
        depth += 1
        body(&self)
        depth -= 1
        line(closing)
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

    /// `400, 404`, for the sentence on what is thrown.
    var problemList: String? {
        problems.isEmpty ? nil : problems.map { String($0.status) }.joined(separator: ", ")
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
        case .null: nil
        case .bool(let value): String(value)
        case .string(let text): "\"\(text)\""
        case .array(let elements): elements.isEmpty ? "[]" : nil
        case .object: nil
        case .integer(let value): String(value)
        case .number(let value): String(value)
        }
    }
}
